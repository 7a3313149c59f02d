package org.alongside.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.setup.Care;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.junit.jupiter.api.Test;

/** Who finds in My work what police ask and what her lawyer is to see to; police find neither. */
class PoliceWorkTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Who POLICE = new Who(13, 7, "LEL");
    private static final Who LAWYER = new Who(12, 6, "LAW");

    private final Care care = new Care(TestDatabase.get());

    @Test
    void who_leads_and_her_lawyer_find_it_with_her_file_and_nobody_else_finds_anything() throws Exception {
        CaseId her = care.investigated(false, true);
        UUID interview = UUID.randomUUID();
        UUID defence = UUID.randomUUID();
        care.writes(
                POLICE,
                HOUR,
                "select interview_ask('%s', '%s', '{MONEY}', 30, '{}', '{}', null, caller_now() + interval '1 day')"
                        .formatted(interview, her));
        care.writes(
                Care.LEAD,
                HOUR,
                "select coerced_offence_note(gen_random_uuid(), '%s', '%s', 'THEFT', 'CHARGED', caller_now() + interval '1 day', caller_now() + interval '1 day')"
                        .formatted(defence, her));
        Map<String, UUID> about = Map.of("interview.answer", interview, "non-punishment.defend", defence);
        for (Who who : List.of(Care.LEAD, Care.SUPERVISOR, LAWYER)) {
            assertThat(shown(who, about)).as(who.role()).hasSize(2).allSatisfy(item -> assertThat(item.about())
                    .map(WorkItem.AboutCase::id)
                    .contains(her));
        }
        assertThat(shown(POLICE, about))
                .as("their own request is no work of theirs, and of the defence nothing")
                .extracting(item -> item.task().kind())
                .doesNotContain("non-punishment.defend");
        for (Who who : List.of(Care.SHIFT, Care.COLLEAGUE, new Who(24, 11, "PRL"), new Who(14, 8, "NRM"))) {
            assertThat(shown(who, about)).as(who.role()).isEmpty();
        }
    }

    @Test
    void data_protection_finds_a_court_order_that_waits_for_a_lawyer_without_her_file() throws Exception {
        CaseId her = care.investigated(false, false);
        UUID order = UUID.randomUUID();
        care.writes(
                Care.LEAD,
                HOUR,
                "select court_order_receive('%s', '%s', 'SUBPOENA', 'COURT', '7', current_date, current_date + 9, '{0}', caller_now() + interval '1 day', caller_now() + interval '9 days')"
                        .formatted(order, her));
        Map<String, UUID> about = Map.of("court-order.find-lawyer", order);
        assertThat(shown(new Who(31, 1, "DPO"), about)).singleElement().satisfies(item -> {
            assertThat(item.about()).as("of her file nothing but its code").isEmpty();
            assertThat(item.order().orElseThrow().caseCode())
                    .isEqualTo(care.below("select case_code from case_file where case_id = '%s'".formatted(her)));
        });
        assertThat(shown(Care.LEAD, about)).singleElement().satisfies(item -> assertThat(item.about())
                .map(WorkItem.AboutCase::id)
                .contains(her));
        for (Who who :
                List.of(POLICE, Care.SHIFT, new Who(24, 11, "PRL"), new Who(14, 8, "NRM"), new Who(15, 8, "DPO"))) {
            assertThat(shown(who, about)).as(who.role()).isEmpty();
        }
    }

    @Test
    void a_threat_is_found_by_the_manager_of_the_house_and_who_supervises_there_and_by_no_agency() throws Exception {
        CaseId her = care.investigated(false, true);
        UUID threat = UUID.randomUUID();
        care.writes(
                POLICE,
                HOUR,
                "select police_share_tell('%s', '%s', 'THREAT', 'He asks around')".formatted(threat, her));
        Map<String, UUID> about = Map.of("threat.read", threat);
        Who manager = new Who(7, 3, "SHM");
        assertThat(shown(manager, about)).as("not before she lives there").isEmpty();
        care.below(
                "insert into threat_notice (share_id, case_id, organisation_id, asked_at) values ('%s', '%s', '%s', now())"
                        .formatted(threat, her, manager.organisation()));
        for (Who who : List.of(manager, new Who(7, 3, "SUP"))) {
            assertThat(shown(who, about)).singleElement().satisfies(item -> assertThat(item.about())
                    .map(WorkItem.AboutCase::id)
                    .contains(her));
        }
        for (Who who : List.of(
                POLICE, new Who(24, 11, "PRL"), Care.LEAD, Care.SUPERVISOR, Care.SHIFT, LAWYER, new Who(9, 4, "SHM"))) {
            assertThat(shown(who, about)).as(who.toString()).isEmpty();
        }
    }

    /** What the list shows; the number around every page counts the same. */
    private List<WorkItem> shown(Who reader, Map<String, UUID> about) throws Exception {
        List<EngineTask> tasks = about.entrySet().stream()
                .map(one -> new EngineTask(
                        one.getKey() + one.getValue(),
                        one.getKey(),
                        one.getValue(),
                        care.now,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false))
                .toList();
        return care.as(reader, HOUR, on -> {
            WorkItems items = on.of(WorkItems.class);
            List<WorkItem> shown = items.of(tasks, reader.at(care.now.plus(HOUR)), List.of());
            assertThat(items.ofTheReader(tasks))
                    .isEqualTo(shown.stream().map(WorkItem::task).toList());
            return shown;
        });
    }
}
