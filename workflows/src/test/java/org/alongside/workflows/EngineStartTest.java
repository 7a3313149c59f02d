package org.alongside.workflows;

import static org.alongside.referral.Urgency.EMERGENCY;
import static org.alongside.referral.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.alongside.interview.InterviewEvent.InterviewAdvised;
import org.alongside.interview.InterviewEvent.InterviewAsked;
import org.alongside.referral.Urgency;
import org.alongside.shared.InterviewId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.worklist.StaffTable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/** The engine begins, ends and begins again, on a schema that it does not own. */
class EngineStartTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void four_scripts_are_enough_and_the_application_owns_nothing() throws SQLException {
        DataSource database = EngineDatabase.create("schema");
        new World(database);
        assertThat(Everything.tables(database))
                .contains("act_ru_task", "act_hi_actinst", "act_re_decision_def")
                .noneMatch(table -> table.startsWith("act_id_")
                        || table.startsWith("act_ru_case")
                        || table.startsWith("act_hi_case"));
        assertThat(
                        Everything.read(
                                database,
                                "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'alongside_app'"))
                .containsExactly("0");
        assertThatThrownBy(() -> Everything.read(database, "create table engine.mine (id int)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Everything.read(database, "drop table engine.act_ru_task"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_restart_keeps_the_table_that_staff_published_and_makes_no_new_versions() {
        DataSource database = EngineDatabase.create("restart");
        World before = new World(database);
        var table = before.tables.read(StaffTable.REFERRAL_DEADLINES);
        before.publish(
                StaffTable.REFERRAL_DEADLINES,
                1,
                DeadlineTableTest.with(table.rows(), Urgency.EMERGENCY, "PT5M", "PT10M", "PT20M", "PT30M"));
        Story running = Story.sent(before, Urgency.EMERGENCY);
        before.engine.close();

        World after = new World(database);
        assertThat(after.tables.read(StaffTable.REFERRAL_DEADLINES).version()).isEqualTo(2);
        assertThat(after.tables.forReferral(Urgency.EMERGENCY).respondWithin()).isEqualTo(Duration.ofMinutes(10));
        assertThat(after.engine
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .list())
                .allMatch(model -> model.getVersion() == 1)
                .hasSize(Models.PROCESSES.size());
        assertThat(after.waiting(running.id())).containsExactly("answer");
        after.pass(Duration.ofMinutes(31));
        assertThat(after.waiting(running.id())).containsExactly("next-provider");
        after.engine.close();
    }

    @Test
    void timers_ring_by_themselves_soon_after_the_clock_was_moved_and_once_each() throws Exception {
        World world = new World(EngineDatabase.create("ringing"));
        world.jobs.start();
        try {
            Story emergency = Story.sent(world, EMERGENCY);
            world.move(Duration.ofHours(2));
            await().atMost(SOON).until(() -> world.waiting(emergency.id()), List.of("next-provider")::equals);
            assertThat(world.asked).containsOnlyOnce("remind", "escalate", "expire");
            Story urgent = Story.sent(world, URGENT);
            world.move(Duration.ofHours(3));
            await().atMost(SOON).until(() -> world.waiting(urgent.id()).contains("overdue"));
            assertThat(world.failures.count()).isZero();
        } finally {
            world.engine.close();
        }
    }

    @Test
    void of_two_answers_at_once_one_counts_and_the_other_person_is_told() throws Exception {
        World world = World.shared().fresh();
        for (int round = 0; round < 20; round++) {
            Story story = Story.sent(world, URGENT);
            List<Boolean> answers = atOnce(
                    () -> accepted(world.asOneAct(story::accept)), () -> accepted(world.asOneAct(story::decline)));
            assertThat(answers).as("exactly one counted").containsExactlyInAnyOrder(true, false);
            assertThat(story.waiting()).isEqualTo(List.of(answers.get(0) ? "first-contact" : "next-provider"));
        }
    }

    @Test
    void while_a_person_acts_no_timer_and_no_other_person_moves_the_same_referral() throws Exception {
        DataSource database = EngineDatabase.create("moving");
        World world = new World(database);
        Story story = Story.sent(world, EMERGENCY);
        world.jobs.start();
        try (Connection act = database.getConnection()) {
            act.setAutoCommit(false);
            act.createStatement().execute("select pg_advisory_xact_lock(hashtextextended('" + story.id() + "', 0))");
            world.move(Duration.ofHours(2));
            await().atMost(SOON).until(() -> waitsForItsTurn(database));
            assertThat(world.asked).doesNotContain("remind", "escalate", "expire");
            assertThat(world.failures.count())
                    .as("nothing failed, it only waits")
                    .isZero();
            assertThat(accepted(story::accept)).isFalse();
            act.rollback();
            await().atMost(SOON).until(() -> world.waiting(story.id()), List.of("next-provider")::equals);
            assertThat(world.asked).containsOnlyOnce("remind", "escalate", "expire");
        } finally {
            world.engine.close();
        }
    }

    @Test
    void while_the_engine_works_a_person_waits_for_it_and_is_not_told_that_somebody_was_faster() throws Exception {
        DataSource database = EngineDatabase.create("working");
        World world = new World(database);
        CountDownLatch done = new CountDownLatch(1);
        InterviewId interview = lawyerLookedFor(world, done);
        try {
            var advice = CompletableFuture.supplyAsync(
                    () -> accepted(() -> world.interviews.advised(new InterviewAdvised(interview))));
            await().atMost(SOON).until(() -> asksForItsTurn(database));
            await("she waits").during(Duration.ofMillis(500)).atMost(SOON).until(() -> !advice.isDone());
            done.countDown();
            assertThat(advice.get(15, TimeUnit.SECONDS)).isTrue();
            assertThat(world.waiting(interview.value()))
                    .as("what the engine had just asked is answered")
                    .containsExactly("answer");
        } finally {
            done.countDown();
            world.engine.close();
        }
    }

    @Test
    void work_that_does_not_end_is_not_waited_for_without_end() throws Exception {
        World world = new World(EngineDatabase.create("endless"));
        CountDownLatch done = new CountDownLatch(1);
        InterviewId interview = lawyerLookedFor(world, done);
        try {
            var advice = CompletableFuture.supplyAsync(
                    () -> accepted(() -> world.interviews.advised(new InterviewAdvised(interview))));
            assertThat(advice.get(15, TimeUnit.SECONDS)).isFalse();
            done.countDown();
            await().atMost(SOON).until(() -> world.waiting(interview.value()), List.of("advise", "answer")::equals);
        } finally {
            done.countDown();
            world.engine.close();
        }
    }

    @Test
    void of_two_who_take_a_task_at_once_one_has_it() throws Exception {
        World world = World.shared().fresh();
        for (int round = 0; round < 20; round++) {
            String task = world.task(Story.sent(world, URGENT).id(), "answer").id();
            var sana = WorkerId.random();
            var tomas = WorkerId.random();
            List<Boolean> taken = atOnce(
                    () -> accepted(() -> world.tasks.claim(task, sana)),
                    () -> accepted(() -> world.tasks.claim(task, tomas)));
            assertThat(taken).containsExactlyInAnyOrder(true, false);
            assertThat(world.tasks.find(task).orElseThrow().claimedBy()).contains(taken.get(0) ? sana : tomas);
        }
    }

    @Test
    void what_is_not_used_is_switched_off() {
        ProcessEngine engine = World.shared().engine;
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(settings.isDbIdentityUsed()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .taskAssigneeExpression("${1 + 1}")
                        .list())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey("case", Map.of("object", new ArrayList<>(List.of("x")))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_model_with_a_script_does_nothing_but_fail() {
        ProcessEngine engine = new World(EngineDatabase.create("scripts")).engine;
        var model = Bpmn.createExecutableProcess("scripted")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .scriptTask()
                .scriptFormat("javascript")
                .scriptText("java.lang.Runtime")
                .endEvent()
                .done();
        assertThatThrownBy(() -> {
                    engine.getRepositoryService()
                            .createDeployment()
                            .addModelInstance("scripted.bpmn", model)
                            .deploy();
                    engine.getRuntimeService().startProcessInstanceByKey("scripted");
                })
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_model_whose_history_would_be_kept_for_ever_is_refused() {
        ProcessEngine engine = World.shared().engine;
        var model =
                Bpmn.createExecutableProcess("eternal").startEvent().endEvent().done();
        model.getModelElementsByType(Process.class).forEach(process -> process.setCamundaHistoryTimeToLiveString(null));
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addModelInstance("eternal.bpmn", model)
                        .deploy())
                .isInstanceOf(RuntimeException.class);
    }

    /** An interview whose process looks for her lawyer until it is told that it is done. */
    private static InterviewId lawyerLookedFor(World world, CountDownLatch done) {
        world.lawyers = List.of(World.CEDAR_HOUSE);
        world.meanwhile = () -> {
            try {
                done.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        };
        InterviewId interview = InterviewId.random();
        world.interviews.asked(
                new InterviewAsked(interview, World.HARBOUR_LIGHT, world.now().plus(Duration.ofDays(3))));
        world.jobs.start();
        await().atMost(SOON).until(() -> world.asked.contains("lawyers"));
        return interview;
    }

    /** Whether a timer has begun, and is held up until the act has ended. */
    private static boolean waitsForItsTurn(DataSource database) throws SQLException {
        return !Everything.read(database, "select pid from pg_locks where locktype = 'advisory' and not granted")
                .isEmpty();
    }

    /** A person asks and is answered at once that it is not her turn, and asks again. */
    private static boolean asksForItsTurn(DataSource database) throws SQLException {
        return !Everything.read(database, """
                        select pid from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and query like '%pg_try_advisory%'
                        """).isEmpty();
    }

    private static boolean accepted(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = threads.invokeAll(List.of(one, other));
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            threads.shutdown();
        }
    }
}
