package org.alongside.consent;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.COUNSELLOR;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.MENTOR;
import static org.alongside.setup.Care.OUTSIDE;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.alongside.consent.InformationView.InformationTold;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.junit.jupiter.api.Test;

/** What she was told of what is hers by right, through its door and past it. */
class InformationTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Care care = new Care(TestDatabase.get());
    private final Door<InformationService> door = new Door<>(care, InformationTest::opened);
    private final LocalDate today = LocalDate.ofInstant(care.now, ZoneOffset.UTC);

    @Test
    void what_nobody_told_her_yet_is_seen_and_told_again_stands_beside_what_was_told_before() throws Exception {
        CaseId her = care.survivor(false);
        assertThat(read(LEAD, her).notYet())
                .containsExactly("RECOVERY_PERIOD", "NON_PUNISHMENT", "LEGAL_AID", "COMPENSATION");
        tells(her, said(List.of("COMPENSATION", "RECOVERY_PERIOD"), today.minusDays(2), "LAWYER"));
        tells(her, said(List.of("COMPENSATION"), today, "WE"));
        InformationView seen = read(SUPERVISOR, her);
        assertThat(seen.notYet()).containsExactly("NON_PUNISHMENT", "LEGAL_AID");
        assertThat(seen.told())
                .extracting(InformationTold::kind, InformationTold::teller)
                .containsExactly(
                        tuple("COMPENSATION", "WE"),
                        tuple("RECOVERY_PERIOD", "LAWYER"),
                        tuple("COMPENSATION", "LAWYER"));
        assertThat(seen.told().get(0).notedBy()).isEqualTo("Mina Okafor");
        assertThat(seen.told().get(0).ways()).containsExactly("INTERPRETER", "ICONS");
        assertThat(seen.told().get(0).language()).isEqualTo("ara");
    }

    @Test
    void a_time_to_recover_is_not_missed_of_a_child() throws Exception {
        assertThat(read(LEAD, care.survivor(true)).notYet())
                .doesNotContain("RECOVERY_PERIOD")
                .hasSize(3);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field() throws Exception {
        CaseId her = care.survivor(false);
        assertThat(door.reason(
                        LEAD, doors -> doors.record(her, said(List.of("LEGAL_AID"), today.plusDays(2), "WE"), null)))
                .isEqualTo("toldOn in-the-future");
        assertThat(door.reason(LEAD, doors -> doors.record(her, said(List.of(), today, "WE"), null)))
                .isEqualTo("kinds missing");
        assertThat(door.reason(LEAD, doors -> doors.record(her, said(List.of("LEGAL_AID"), today, "HIM"), null)))
                .isEqualTo("teller unknown-code");
        assertThat(door.reason(
                        LEAD,
                        doors -> doors.record(
                                her, new NewInformation(List.of("LEGAL_AID"), today, "ara", List.of(), "WE"), null)))
                .isEqualTo("ways missing");
        assertThat(read(LEAD, her).told()).isEmpty();
    }

    @Test
    void it_is_for_those_who_lead_past_the_door_too_and_no_row_is_ever_changed() throws Exception {
        CaseId her = care.survivor(false);
        tells(her, said(List.of("LEGAL_AID"), today, "WE"));
        List<Who> others = new ArrayList<>(OUTSIDE);
        others.addAll(List.of(COLLEAGUE, MENTOR, SHIFT, COUNSELLOR));
        for (Who other : others) {
            assertThat(rows(other, her)).as(other.role()).isEmpty();
        }
        assertThat(rows(LEAD, her)).hasSize(1);
        assertThat(door.reason(COUNSELLOR, doors -> doors.of(her))).isEqualTo("not-there");
        for (Who other : List.of(SUPERVISOR, COUNSELLOR, SHIFT, MENTOR)) {
            assertThatThrownBy(() -> care.as(
                            other, HOUR, on -> on.sql().createStatement().execute("""
                            insert into information_given (information_id, case_id, kind, told_on, language, ways, told_by, noted_at, noted_by)
                            values (gen_random_uuid(), '%s', 'LEGAL_AID', current_date - 1, 'eng', '{SPOKEN}', 'WE', caller_now(), caller_worker())
                            """.formatted(her))))
                    .as(other.role())
                    .hasMessageContaining("row-level security");
        }
        assertThatThrownBy(() -> care.as(LEAD, HOUR, on -> on.sql()
                        .createStatement()
                        .execute("update information_given set told_on = told_on - 1")))
                .hasMessageContaining("permission denied");
    }

    private List<String> rows(Who who, CaseId her) throws Exception {
        return care.as(who, HOUR, on -> {
            List<String> kinds = new ArrayList<>();
            try (var found = on.sql()
                    .createStatement()
                    .executeQuery("select kind from information_given where case_id = '" + her + "'")) {
                while (found.next()) {
                    kinds.add(found.getString(1));
                }
            }
            return kinds;
        });
    }

    private void tells(CaseId her, NewInformation said) throws Exception {
        door.does(LEAD, HOUR, doors -> doors.record(her, said, null));
    }

    private InformationView read(Who who, CaseId her) throws Exception {
        return care.as(who, HOUR.multipliedBy(2), on -> opened(on).of(her));
    }

    private static NewInformation said(List<String> kinds, LocalDate on, String teller) {
        return new NewInformation(kinds, on, "ara", List.of("INTERPRETER", "ICONS"), teller);
    }

    private static InformationService opened(On on) {
        return on.of(InformationService.class);
    }
}
