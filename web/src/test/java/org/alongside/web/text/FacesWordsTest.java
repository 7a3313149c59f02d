package org.alongside.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.convert.BigDecimalConverter;
import jakarta.faces.convert.BigIntegerConverter;
import jakarta.faces.convert.BooleanConverter;
import jakarta.faces.convert.ByteConverter;
import jakarta.faces.convert.CharacterConverter;
import jakarta.faces.convert.DateTimeConverter;
import jakarta.faces.convert.DoubleConverter;
import jakarta.faces.convert.EnumConverter;
import jakarta.faces.convert.FloatConverter;
import jakarta.faces.convert.IntegerConverter;
import jakarta.faces.convert.LongConverter;
import jakarta.faces.convert.NumberConverter;
import jakarta.faces.convert.ShortConverter;
import jakarta.faces.validator.BeanValidator;
import jakarta.faces.validator.DoubleRangeValidator;
import jakarta.faces.validator.LengthValidator;
import jakarta.faces.validator.LongRangeValidator;
import jakarta.faces.validator.RegexValidator;
import jakarta.faces.validator.Validator;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faces takes a message from our bundle only where it finds both the message and its {@code _detail}: where one is missing,
 * people read its own sentences, in English on an Arabic page.
 */
class FacesWordsTest {
    private static final List<Class<?>> THAT_SPEAK = List.of(
            UIInput.class,
            UISelectOne.class,
            UISelectMany.class,
            BigDecimalConverter.class,
            BigIntegerConverter.class,
            BooleanConverter.class,
            ByteConverter.class,
            CharacterConverter.class,
            DateTimeConverter.class,
            DoubleConverter.class,
            EnumConverter.class,
            FloatConverter.class,
            IntegerConverter.class,
            LongConverter.class,
            NumberConverter.class,
            ShortConverter.class,
            Validator.class,
            BeanValidator.class,
            DoubleRangeValidator.class,
            LengthValidator.class,
            LongRangeValidator.class,
            RegexValidator.class);

    /** Names of a kind of converter or validator, which no message has. */
    private static final Set<String> NO_MESSAGES = Set.of("CONVERTER_ID", "VALIDATOR_ID");

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar"})
    void every_message_of_faces_is_said_in_our_words(String suffix) throws IllegalAccessException, IOException {
        Properties ours = new Properties();
        try (Reader bundle = Files.newBufferedReader(
                Path.of("src/main/resources/org/alongside/web/text/validation" + suffix + ".properties"))) {
            ours.load(bundle);
        }

        Set<String> missing = new TreeSet<>(messages());
        missing.removeAll(ours.stringPropertyNames());
        assertThat(messages()).contains("jakarta.faces.converter.IntegerConverter.INTEGER_detail");
        assertThat(missing).isEmpty();
    }

    private static Set<String> messages() throws IllegalAccessException {
        List<String> ids = new ArrayList<>(List.of("jakarta.faces.validator.RegexValidator.NOT_MATCHED"));
        for (Class<?> speaks : THAT_SPEAK) {
            for (Field constant : speaks.getDeclaredFields()) {
                if (constant.getName().endsWith("_ID")
                        && constant.getType() == String.class
                        && constant.canAccess(null)
                        && !NO_MESSAGES.contains(constant.getName())) {
                    ids.add((String) constant.get(null));
                }
            }
        }
        return ids.stream()
                .flatMap(id -> Stream.of(id, id + "_detail"))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
}
