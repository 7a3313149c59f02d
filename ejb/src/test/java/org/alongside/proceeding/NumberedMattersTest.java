package org.alongside.proceeding;

import static org.alongside.setup.Care.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.proceeding.LegalCalendarService.CalendarQuery;
import org.alongside.setup.Care;
import org.alongside.setup.Court;
import org.alongside.setup.SameSecond;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two matters of one kind are told apart by their number in the file, also by those who may not know what they are about. */
class NumberedMattersTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who LAWYER = Court.LAWYER;

    private final Care care = new Care(TestDatabase.get());
    private final Court court = new Court(TestDatabase.get(), care);
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private CaseId caseId;

    @BeforeEach
    void a_labour_claim() throws Exception {
        caseId = court.caseOf(court.matter("LABOUR_CLAIM", "TRIAL"));
    }

    @Test
    void each_has_its_own_and_for_her_lawyer_court_and_reference_besides() throws Exception {
        MatterId second = another();
        care.as(LAWYER, HOUR, on -> {
            HearingDoors.wired(on)
                    .of(CounselService.class)
                    .court(second, new NewCounsel.NewCourt("Labour court", "3 Ca 7/26", null, null, null));
            return null;
        });
        assertThat(matters(LAWYER)
                        .map(matter -> matter.number() + " "
                                + matter.file().orElseThrow().track() + " "
                                + matter.file().orElseThrow().court().orElse("-") + " "
                                + matter.file().orElseThrow().reference().orElse("-")))
                .containsExactlyInAnyOrder("1 LABOUR_CLAIM - -", "2 LABOUR_CLAIM Labour court 3 Ca 7/26");
        assertThat(matters(LEAD).map(matter -> matter.number() + " " + matter.file()))
                .as("who leads knows the number and nothing of what it is")
                .containsExactlyInAnyOrder("1 Optional.empty", "2 Optional.empty");
    }

    @Test
    void it_stands_in_the_calendar_and_in_the_list_of_days_to_come() throws Exception {
        MatterId second = another();
        care.writes(
                LAWYER,
                HOUR,
                "update hearing_minimum set deadline_on = '%s' where matter_id = '%s'"
                        .formatted(today.plusDays(5), second));
        for (Who reader : List.of(LAWYER, LEAD)) {
            assertThat(care
                            .as(reader, HOUR, on -> on.of(LegalCalendarService.class)
                                    .between(new CalendarQuery(null, 10, false, null, null)))
                            .lines()
                            .stream()
                            .filter(line -> line.matter().equals(second))
                            .map(LegalCalendar.Line::number))
                    .as(reader.role())
                    .containsExactly(2);
        }
        assertThat(care
                        .as(LAWYER, HOUR, on -> on.of(ProceedingService.class)
                                .hearings(new ProceedingService.HearingQuery(10, null, 100)))
                        .items()
                        .stream()
                        .filter(one -> one.id().equals(second))
                        .map(DueHearing::number))
                .containsExactly(2);
    }

    @Test
    void of_two_that_are_opened_at_once_each_has_its_own() throws Exception {
        care.as(LAWYER, HOUR, one -> {
            try (Statement sql = one.sql().createStatement()) {
                sql.execute("""
                        insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                          values (gen_random_uuid(), '%s', caller_organisation(), caller_now(), caller_worker())
                        """.formatted(caseId));
            }
            assertThat(SameSecond.keptAfter(one.sql(), this::another)).isEmpty();
            return null;
        });
        assertThat(matters(LAWYER).map(MatterView::number)).containsExactlyInAnyOrder(1, 2, 3);
    }

    private MatterId another() throws Exception {
        return court.another(caseId, "LABOUR_CLAIM", "TRIAL");
    }

    private Stream<MatterView> matters(Who who) throws Exception {
        return care.as(who, HOUR, on -> on.of(ProceedingService.class).of(caseId)).matters().stream();
    }
}
