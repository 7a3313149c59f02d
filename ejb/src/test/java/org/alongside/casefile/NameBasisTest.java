package org.alongside.casefile;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.COUNSELLOR;
import static org.alongside.setup.Care.DOCTOR;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.alongside.casefile.NameBasisView.IdentityInquiry;
import org.alongside.casefile.NewNameBasis.NewInquiry;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On what her name rests, through its door and past it. */
class NameBasisTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Care care = new Care(TestDatabase.get());
    private final Door<NameBasisService> door = new Door<>(care, NameBasisTest::opened);
    private final LocalDate today = LocalDate.ofInstant(care.now, ZoneOffset.UTC);
    private CaseId her;

    @BeforeEach
    void somebody() throws Exception {
        her = care.survivor(false);
    }

    @Test
    void her_word_a_document_and_the_answer_of_an_authority_each_in_its_time() throws Exception {
        assertThat(read(LEAD).basis()).isEmpty();
        door.does(LEAD, HOUR, doors -> doors.rests(her, new NewNameBasis("OWN_WORD")));
        assertThat(read(SUPERVISOR).basis()).contains("OWN_WORD");
        assertThat(read(LEAD).ofThisName()).isTrue();
        door.does(LEAD, HOUR.multipliedBy(2), doors -> doors.asked(her, new NewInquiry("CONSULATE", "ASKED", today)));
        assertThat(read(LEAD).basis()).as("asking confirms nothing").contains("OWN_WORD");
        door.does(
                LEAD, HOUR.multipliedBy(3), doors -> doors.asked(her, new NewInquiry("CONSULATE", "CONFIRMED", today)));
        NameBasisView confirmed = read(LEAD);
        assertThat(confirmed.basis()).contains("CONFIRMED");
        assertThat(confirmed.notedBy()).contains("Mina Okafor");
        assertThat(confirmed.inquiries())
                .containsExactly(new IdentityInquiry("CONSULATE", "CONFIRMED", today, "Mina Okafor"));
        care.below("update identity_minimum set preferred_name = 'm', version = version + 1 where case_id = '" + her
                + "'");
        assertThat(read(LEAD).ofThisName()).as("she goes by another name now").isFalse();
        assertThat(read(LEAD).basis()).isEqualTo(Optional.of("CONFIRMED"));
        door.does(LEAD, HOUR.multipliedBy(4), doors -> doors.rests(her, new NewNameBasis("UNKNOWN")));
        assertThat(read(LEAD).ofThisName()).isTrue();
    }

    @Test
    void that_an_authority_confirmed_it_is_its_answer_and_nobodys_word() {
        assertThat(door.reason(LEAD, doors -> doors.rests(her, new NewNameBasis("CONFIRMED"))))
                .isEqualTo("basis confirmed-by-its-answer");
        assertThatThrownBy(() -> inserts(LEAD, "CONFIRMED")).hasMessageContaining("row-level security");
        assertThat(door.reason(
                        LEAD, doors -> doors.asked(her, new NewInquiry("CONSULATE", "ASKED", today.plusDays(2)))))
                .isEqualTo("on in-the-future");
        assertThat(door.reason(LEAD, doors -> doors.asked(her, new NewInquiry("CONSULATE", null, today))))
                .isEqualTo("answer missing");
    }

    @Test
    void who_leads_knows_it_and_nobody_else_however_well_they_know_her_name() throws Exception {
        door.does(LEAD, HOUR, doors -> doors.asked(her, new NewInquiry("POLICE", "CONFIRMED", today)));
        for (Who who : List.of(COLLEAGUE, DOCTOR, COUNSELLOR, SHIFT)) {
            assertThat(rows(who)).as(who.role()).isZero();
            assertThat(door.reason(who, doors -> doors.of(her))).isEqualTo("not-there");
            assertThatThrownBy(() -> inserts(who, "OWN_WORD"))
                    .as(who.role())
                    .hasMessageContaining("row-level security");
        }
        assertThat(rows(LEAD)).isEqualTo(2);
        assertThatThrownBy(() -> inserts(SUPERVISOR, "OWN_WORD")).hasMessageContaining("row-level security");
    }

    private int rows(Who who) throws Exception {
        return care.as(who, HOUR.multipliedBy(2), on -> {
            try (var row = on.sql()
                    .createStatement()
                    .executeQuery(
                            "select (select count(*) from name_basis where case_id = '%1$s') + (select count(*) from identity_inquiry where case_id = '%1$s')"
                                    .formatted(her))) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private Object inserts(Who who, String basis) throws Exception {
        return care.as(who, HOUR, on -> on.sql().createStatement().execute("""
                insert into name_basis (case_id, basis, name_version, noted_at, noted_by)
                values ('%s', '%s', 1, caller_now(), caller_worker())
                """.formatted(her, basis)));
    }

    private NameBasisView read(Who who) throws Exception {
        return care.as(who, HOUR.multipliedBy(9), on -> opened(on).of(her));
    }

    private static NameBasisService opened(On on) {
        return on.of(NameBasisService.class);
    }
}
