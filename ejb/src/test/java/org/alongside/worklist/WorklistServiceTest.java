package org.alongside.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
                        .filter(mine::equals)
                        .map(task -> new WorkItem(
                                task,
                                false,
                                true,
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
        assertThat(service.myWork()).extracting(WorkItem::task).containsExactly(mine);
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
