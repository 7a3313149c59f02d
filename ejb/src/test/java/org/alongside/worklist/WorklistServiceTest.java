package org.alongside.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Role;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.Test;

class WorklistServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Caller caller =
            new Caller(WorkerId.random(), OrganisationId.random(), Set.of(Role.CW), false, "s", NOW);
    private final List<EngineTask> offered = IntStream.range(0, 1_000)
            .mapToObj(number -> new EngineTask(
                    "t" + number,
                    "referral.next-provider",
                    UUID.randomUUID(),
                    NOW,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false))
            .toList();
    private final EngineTask mine = offered.get(999);

    @Test
    void what_waits_for_me_is_found_behind_all_that_waits_for_my_colleagues() {
        assertThat(showing(mine::equals).myWork(0)).extracting(WorkItem::task).containsExactly(mine);
    }

    @Test
    void all_that_waits_is_reached_part_by_part_however_much_it_is() {
        WorklistService service = showing(any -> true);
        assertThat(service.myWork(0)).extracting(WorkItem::task).isEqualTo(offered.subList(0, 200));
        assertThat(service.myWork(25)).extracting(WorkItem::task).isEqualTo(offered.subList(25, 225));
        assertThat(service.myWork(900)).extracting(WorkItem::task).isEqualTo(offered.subList(900, 1_000));
        assertThat(service.myWork(1_000)).isEmpty();
        for (int wrong : new int[] {-1, 10_001}) {
            assertThatThrownBy(() -> service.myWork(wrong)).hasMessageContaining("behind-range");
        }
    }

    private WorklistService showing(Predicate<EngineTask> theirs) {
        WorklistService service = new WorklistService();
        service.callers = new CallerContext() {
            @Override
            public Caller caller() {
                return caller;
            }
        };
        service.items = new WorkItems() {
            @Override
            List<WorkItem> of(List<EngineTask> tasks, Caller reader, List<TaskGroup> groups) {
                return tasks.stream()
                        .filter(theirs)
                        .map(task -> new WorkItem(
                                task,
                                false,
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList();
            }
        };
        service.tasks = always(engine());
        return service;
    }

    @SuppressWarnings("unchecked")
    private static Instance<Tasks> always(Tasks tasks) {
        return (Instance<Tasks>) Proxy.newProxyInstance(
                Tasks.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, given) -> tasks);
    }

    /** Answers every question with as many of the offered tasks as were asked for. */
    private Tasks engine() {
        return (Tasks) Proxy.newProxyInstance(
                Tasks.class.getClassLoader(),
                new Class<?>[] {Tasks.class},
                (proxy, method, given) -> offered.subList(0, Math.min(offered.size(), (int) given[2])));
    }
}
