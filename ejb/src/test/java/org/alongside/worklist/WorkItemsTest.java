package org.alongside.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.housing.Shelter;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;
import org.alongside.shared.PlacementId;
import org.junit.jupiter.api.Test;

/** What a task tells its reader, in a real database: the file of what it is about where that is open, a card, or that it is not there. */
class WorkItemsTest {
    private static final Who STRANGER = new Who(13, 7, "LEL");
    private static final Who OTHER_HOUSE = new Who(14, 8, "NRM");

    private final Shelter shelter = new Shelter(TestDatabase.own());

    @Test
    void whatever_of_a_file_a_task_is_about_it_tells_the_file_to_whom_that_is_open_and_is_counted_for_nobody_else()
            throws Exception {
        CaseId caseId = shelter.woman();
        PlacementId placement = shelter.livesIn(
                caseId, shelter.house(Shelter.anybody(), 1, 1).beds().get(0));
        shelter.does(Who.SYSTEM, Duration.ofDays(8), doors -> doors.weekly().look());
        UUID limit = limited(placement);
        Map<String, UUID> about = Map.of(
                "retention.decide",
                caseId.value(),
                "placement.offer",
                placement.value(),
                "weekly-talk.talk",
                UUID.fromString(shelter.below("select talk_due_id from talk_due where case_id = '" + caseId + "'")),
                "restriction.tell",
                limit);
        for (Who reader : List.of(Shelter.LEAD, Shelter.MANAGER, Shelter.SHIFT)) {
            assertThat(shown(reader, about))
                    .as(reader.role())
                    .hasSize(about.size())
                    .allSatisfy(item -> assertThat(item.about()).hasValueSatisfying(file -> {
                        assertThat(file.id()).isEqualTo(caseId);
                        assertThat(file.code()).isEqualTo(caseId.toString());
                    }));
        }
        for (Who stranger : List.of(STRANGER, OTHER_HOUSE)) {
            assertThat(shown(stranger, about)).as(stranger.role()).isEmpty();
        }
    }

    @Test
    void nobody_is_asked_to_review_the_limit_that_they_imposed() throws Exception {
        CaseId caseId = shelter.woman();
        PlacementId placement = shelter.livesIn(
                caseId, shelter.house(Shelter.anybody(), 1, 1).beds().get(0));
        UUID limit = limited(placement);
        assertThat(shown(Shelter.SHIFT, Map.of("restriction.review", limit))).isEmpty();
        assertThat(shown(Shelter.MANAGER, Map.of("restriction.review", limit))).hasSize(1);
    }

    @Test
    void a_card_is_shown_to_both_sides_with_the_file_behind_it_where_that_is_open_and_to_nobody_else()
            throws Exception {
        CaseId caseId = shelter.woman();
        UUID referral =
                UUID.fromString(shelter.below("select referral_id from referral where case_id = '" + caseId + "'"));
        Map<String, UUID> about = Map.of("referral.answer", referral, "referral.first-appointment", referral);
        for (Who side : List.of(Shelter.LEAD, Shelter.MANAGER)) {
            assertThat(shown(side, about)).as(side.role()).hasSize(2).allSatisfy(item -> {
                assertThat(item.about()).map(WorkItem.AboutCase::id).contains(caseId);
                assertThat(item.referral())
                        .map(WorkItem.AboutReferral::serviceType)
                        .contains("SHELTER");
            });
        }
        assertThat(shown(STRANGER, about)).isEmpty();
        shelter.arrange("delete from access_grant where case_id = '%1$s' and organisation_id = '%2$s'"
                .formatted(caseId, Shelter.MANAGER.organisation()));
        shelter.arrange("delete from assignment where case_id = '%1$s' and organisation_id = '%2$s'"
                .formatted(caseId, Shelter.MANAGER.organisation()));
        assertThat(shown(Shelter.MANAGER, about))
                .as("of a card alone nobody is asked what needs the file")
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.task().kind()).isEqualTo("referral.answer");
                    assertThat(item.about()).isEmpty();
                });
    }

    private UUID limited(PlacementId placement) throws Exception {
        UUID limit = UUID.randomUUID();
        shelter.arrange("""
                insert into restriction (restriction_id, placement_id, case_id, organisation_id, kind, began_at, imposed_by, reviewer_id, ends_at,
                                         review_by)
                select '%s', placement_id, case_id, organisation_id, 'VISITORS', admitted_at, '%s', '%s', admitted_at + interval '9 days',
                       admitted_at + interval '1 day'
                  from placement where placement_id = '%s'
                """.formatted(limit, Shelter.SHIFT.id(), Shelter.MANAGER.id(), placement));
        return limit;
    }

    /** What the list shows; the number around every page counts the same. */
    private List<WorkItem> shown(Who reader, Map<String, UUID> about) throws Exception {
        List<EngineTask> tasks = Stream.concat(
                        about.entrySet().stream(), Stream.of(Map.entry("referral.answer", UUID.randomUUID())))
                .map(one -> new EngineTask(
                        one.getKey() + one.getValue(),
                        one.getKey(),
                        one.getValue(),
                        shelter.now,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false))
                .toList();
        return shelter.as(reader, Duration.ofDays(8), doors -> {
            WorkItems items = items(new Connected(doors.sql()));
            List<WorkItem> shown = items.of(tasks, doors.caller(), List.of());
            assertThat(items.ofTheReader(tasks))
                    .isEqualTo(shown.stream().map(WorkItem::task).toList());
            return shown;
        });
    }

    private static WorkItems items(Connected connected) {
        WorkItems items = new WorkItems();
        items.em = connected.em();
        items.files = new AboutFiles();
        items.files.em = connected.em();
        items.cards = new AboutCards();
        items.cards.em = connected.em();
        items.others = new AboutWithoutFile();
        items.others.em = connected.em();
        items.reached = new ReachedSubjects();
        items.reached.em = connected.em();
        return items;
    }
}
