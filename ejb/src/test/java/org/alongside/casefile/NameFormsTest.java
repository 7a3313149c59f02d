package org.alongside.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which words a survivor is found, whoever wrote her name down and in whatever script. */
class NameFormsTest {

    @ParameterizedTest
    @CsvSource({
        "Maria, MARIA",
        "María, Maria",
        "Łucja, lucja",
        "Đặng, Dang",
        "Мария, Maria",
        "Ελένη, Elene",
        "İpek, ipek",
        "Işık, isik",
        "Ørsted, Orsted",
        "Straße, STRASSE",
        "王小明, wang xiao ming",
        "O’Neil, ONeil",
        "O'Neil, O’Neil",
        "مُحَمَّد, محمد",
        "ﻓﺎﻃﻤﺔ, فاطمة"
    })
    void one_name_is_spelt_the_same_however_it_is_written(String name, String words) {
        assertThat(speltIn(name, words))
                .as(NameForms.kept(name) + " for " + words)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "فاطمة, Fatima",
        "Fatima, فاطمة",
        "فاطمة, Fatma",
        "محمد, Muhammad",
        "محمد, Mohamed",
        "ليلى, Layla",
        "Leila, ليلى",
        "عبدالله, Abdullah",
        "Abdallah, عبدالله",
        "الحسن, al-Hassan",
        "Al Hassan, الحسن",
        "نور, Nour",
        "Qasim, Kassem",
        "پروین, Parvin",
        "Саша, Sasha",
        "Щукина, Shchukina",
        "Khadija, خديجة",
        "Sarah, Sara",
        "أمينة, امينه",
        "Gamal, Jamal",
        "شيماء, Shaimaa"
    })
    void a_name_is_found_across_scripts_and_ways_to_spell_it(String name, String words) {
        assertThat(found(name, words))
                .as(NameForms.kept(name) + " for " + words)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna-Maria, Annamaria",
        "Anna Maria, Anna-Maria",
        "Annamaria, Anna-Maria",
        "Anna-Maria, Maria",
        "Maria Lopez, lopez maria"
    })
    void parts_are_found_alone_in_any_order_and_written_together(String name, String words) {
        assertThat(speltIn(name, words)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Maria, Marta", "Layla, Nour", "Maria, Mariana", "Maria Lopez, Maria Perez", "فاطمة, Nadia", "Ana, Ina"
    })
    void another_name_is_not_found(String name, String words) {
        assertThat(found(name, words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "-", "…", "' ’", "%_*", "\u064B\u0652"})
    void what_is_no_name_looks_for_nothing(String words) {
        assertThat(NameForms.sought(words)).isEmpty();
        assertThat(NameForms.kept(words)).isEmpty();
    }

    @Test
    void an_absent_name_has_no_form() {
        assertThat(NameForms.kept(null)).isEmpty();
    }

    @Test
    void a_form_by_sound_is_never_taken_for_one_by_spelling() {
        assertThat(NameForms.kept("mr")).doesNotContainAnyElementsOf(List.of("mr"));
        Set<String> maria = NameForms.kept("Maria");
        assertThat(maria).contains("spelt maria", "alike mr");
        assertThat(speltIn("Maria", "Mr")).isFalse();
    }

    private static boolean found(String name, String words) {
        Set<String> kept = NameForms.kept(name);
        return NameForms.sought(words).stream().allMatch(one -> kept.contains(one.needed()));
    }

    private static boolean speltIn(String name, String words) {
        return NameForms.kept(name).containsAll(spelt(words));
    }

    private static Set<String> spelt(String words) {
        return NameForms.sought(words).stream().map(NameForms.Sought::spelt).collect(Collectors.toSet());
    }
}
