package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The server is killed while eight people create and accept referrals, let survivors in and say that somebody is missing, or an import runs: every acknowledged act is
 * there, none half-done, domain and engine agree. Once by default; {@code -Dcrash.times=20} for more.
 */
class CrashTest {
    private static final int PEOPLE = 8;
    private static final int BEDS = 24;

    private final Product product = Product.get();
    private final Queue<String> cases = new ConcurrentLinkedQueue<>();
    private final Queue<String> referrals = new ConcurrentLinkedQueue<>();
    private final Queue<String> acceptances = new ConcurrentLinkedQueue<>();
    private final Queue<String> admissions = new ConcurrentLinkedQueue<>();
    private final Queue<String> missing = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> beds = new ConcurrentLinkedQueue<>();
    private House house;

    @Test
    void a_killed_server_keeps_every_acknowledged_act_and_leaves_nothing_half_done() throws Exception {
        int times = Integer.getInteger("crash.times", 1);
        house = House.of(product, BEDS * times);
        IntStream.range(0, BEDS * times).forEach(beds::add);
        for (int time = 1; time <= times; time++) {
            int before = acceptances.size();
            int letIn = admissions.size();
            int gone = missing.size();
            killWhilePeopleWork(before, letIn, gone);
            check();
            System.out.printf(
                    "killed %d of %d: %d cases, %d referrals, %d acceptances acknowledged so far, none lost, none half-done%n",
                    time, times, cases.size(), referrals.size(), acceptances.size());
            assertThat(acceptances.size()).as("work was under way").isGreaterThan(before);
            assertThat(admissions.size()).as("people were let in").isGreaterThan(letIn);
            assertThat(missing.size()).as("people were said to be missing").isGreaterThan(gone);
        }
    }

    /** Killed at a chance moment, but not before each kind of act was acknowledged once more: on a slow machine a bed takes longest. */
    private void killWhilePeopleWork(int before, int letIn, int gone) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        for (int person = 0; person < PEOPLE; person++) {
            people.execute(() -> work(killed, ended, failures));
        }
        int enough = before + PEOPLE + RandomGenerator.getDefault().nextInt(PEOPLE * 10);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> acceptances.size() >= enough && admissions.size() > letIn && missing.size() > gone
                        || !failures.isEmpty());
        killed.set(true);
        product.stack().killWildFly();
        ended.set(true);
        people.shutdown();
        assertThat(people.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        product.stack().startWildFly();
        assertThat(failures)
                .as("while the server was up, everything was answered")
                .isEmpty();
    }

    @Test
    void an_import_goes_on_behind_what_is_open_and_opens_nothing_twice() throws Exception {
        int rows = 400;
        Transfer transfer = new Transfer(product);
        StringBuilder file = new StringBuilder();
        String record = ApiScene.unused();
        for (int row = 0; row < rows; row++) {
            file.append(Transfer.row(record + row, "Quillara" + record));
        }
        String brought = transfer.bring(file.toString());
        transfer.begin(brought);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> transfer.read(brought).get("opened").asInt() > 0);
        product.stack().killWildFly();
        long open = product.sql()
                .count("select count(*) from alongside.identity_minimum where preferred_name = ?", "Quillara" + record);
        assertThat(open).as("killed in the middle").isBetween(1L, rows - 1L);
        assertThat(product.sql().count("select opened from alongside.case_import where import_id = ?::uuid", brought))
                .as("what is counted is open")
                .isEqualTo(open);
        product.stack().startWildFly();
        assertThat(transfer.ended(brought).get("opened").asInt()).isEqualTo(rows);
        assertThat(product.sql()
                        .count(
                                "select count(*) from alongside.identity_minimum where preferred_name = ?",
                                "Quillara" + record))
                .isEqualTo(rows);
        check();
    }

    private void work(AtomicBoolean killed, AtomicBoolean ended, Queue<Throwable> failures) {
        while (!ended.get()) {
            try {
                Survivor survivor = Survivor.adult(product, "mina");
                cases.add(survivor.caseId());
                survivor.agreesToShareWith(Survivor.CEDAR, "IDENTITY", "CONTACT_LOCATION");
                Reply referred = survivor.refer(Survivor.CEDAR_COUNSELLING, "ROUTINE", "IDENTITY");
                if (referred.status() == 201) {
                    String referral = Survivor.id(referred);
                    referrals.add(referral);
                    Reply accepted =
                            product.http("noor").post("/api/v1/referrals/" + referral + "/acceptance", Map.of());
                    if (accepted.status() < 300) {
                        acceptances.add(referral);
                    }
                }
                Integer bed = beds.poll();
                if (bed != null) {
                    admissions.add(letIn(House.sheltered(product), house.beds().get(bed)));
                    missing.add(survivor.isMissing("mina"));
                }
            } catch (RuntimeException | AssertionError unacknowledged) {
                // killed before it answered: whether the act is there or not, it must be whole
                if (!killed.get()) {
                    failures.add(unacknowledged);
                    return;
                }
            }
        }
    }

    /** Asked for by the yes of the shelter; others who live there may come from her place, and that is weighed. */
    private String letIn(Survivor survivor, String bed) {
        String placement = House.asked(survivor);
        house.act(
                "petra",
                placement,
                "offer",
                Map.of(
                        "places",
                        List.of(Map.of("placement", placement, "bed", bed)),
                        "despite",
                        List.of("MAYBE_FROM_HER_PLACE")));
        Survivor.must(200, product.http("petra").post("/api/v1/placements/" + placement + "/hold", null));
        house.act("sana", placement, "admission", Map.of("rightsIn", "prs", "rulesIn", "prs"));
        return placement;
    }

    private void check() {
        Database sql = product.sql();
        for (String caseId : cases) {
            assertThat(sql.count("select count(*) from alongside.case_file where case_id = ?::uuid", caseId))
                    .as("acknowledged case")
                    .isEqualTo(1);
        }
        for (String referral : referrals) {
            assertThat(sql.count(
                            "select count(*) from alongside.referral join alongside.referral_card using (referral_id) where referral_id = ?::uuid",
                            referral))
                    .as("acknowledged referral")
                    .isEqualTo(1);
        }
        for (String referral : acceptances) {
            assertThat(sql.count(
                            "select count(*) from alongside.referral_card where referral_id = ?::uuid and accepted_at is not null",
                            referral))
                    .as("acknowledged acceptance")
                    .isEqualTo(1);
        }
        for (String one : missing) {
            assertThat(sql.count("select count(*) from alongside.missing_episode where missing_id = ?::uuid", one))
                    .as("acknowledged that she is missing")
                    .isEqualTo(1);
        }
        for (String placement : admissions) {
            assertThat(sql.count(
                            "select count(*) from alongside.placement where placement_id = ?::uuid and admitted_at is not null",
                            placement))
                    .as("acknowledged admission")
                    .isEqualTo(1);
        }
        for (String whole : WHOLE) {
            assertThat(sql.count(whole)).as(whole).isZero();
        }
    }

    /** Each counts what is half-done or where domain, grants, audit and engine disagree; zero is right, whatever other tests made. */
    private static final List<String> WHOLE = List.of(
            """
            select count(*) from alongside.case_file f where not exists (select from alongside.identity_minimum i where i.case_id = f.case_id)
               or not exists (select from alongside.contact i where i.case_id = f.case_id)
               or not exists (select from alongside.safety_minimum i where i.case_id = f.case_id)
               or not exists (select from alongside.record_to_keep i where i.case_id = f.case_id)
               or (select count(*) from alongside.access_grant g where g.case_id = f.case_id and g.basis = 'LEAD') <> 12
                  and not exists (select from alongside.handover h join alongside.handover_card c using (handover_id)
                                   where h.case_id = f.case_id and c.status = 'ACCEPTED')
               or not exists (select from alongside.access_grant g where g.case_id = f.case_id and g.basis = 'LEAD'
                                 and g.organisation_id = f.lead_organisation_id and g.ended_at is null)
               or not exists (select from alongside.assignment a where a.case_id = f.case_id)
            """,
            """
            select count(*) from alongside.case_file f where not exists (
                   select from alongside.audit_event e
                    where e.case_id = f.case_id and e.chain_id = f.case_id and e.seq = 1 and e.action in ('OPEN_CASE', 'OPEN_IMPORTED') and e.outcome = 'PERMITTED')
            """,
            """
            select count(*) from alongside.referral r where not exists (
                   select from alongside.audit_event e
                    where e.case_id = r.case_id and e.action = 'REFER_SURVIVOR' and e.outcome = 'PERMITTED')
            """,
            "select count(*) from alongside.referral_card c where not exists (select from alongside.referral r where r.referral_id = c.referral_id)",
            """
            select count(*) from alongside.case_file f
             where (select count(*) from engine.act_hi_procinst p where p.business_key_ = f.case_id::text and p.proc_def_key_ = 'case')
                   <> (select count(*) from alongside.case_episode e where e.case_id = f.case_id)
            """,
            """
            select count(*) from engine.act_hi_procinst p where p.proc_def_key_ = 'case'
               and not exists (select from alongside.case_file f where f.case_id::text = p.business_key_)
            """,
            """
            select count(*) from engine.act_ru_execution p where p.parent_id_ is null and p.business_key_ is not null
               and not exists (select from alongside.case_file f where f.case_id::text = p.business_key_)
               and not exists (select from alongside.referral_card c where c.referral_id::text = p.business_key_)
               and not exists (select from alongside.worker w where w.worker_id::text = p.business_key_)
               and not exists (select from alongside.absence a where a.absence_id::text = p.business_key_)
               and not exists (select from alongside.case_import i where i.import_id::text = p.business_key_)
               and not exists (select from alongside.case_export x where x.export_id::text = p.business_key_)
               and not exists (select from alongside.attestation t where t.attestation_id::text = p.business_key_)
               and not exists (select from alongside.notification_duty n where n.duty_id::text = p.business_key_)
               and not exists (select from alongside.safety_alert s where s.alert_id::text = p.business_key_)
               and not exists (select from alongside.missing_episode y where y.missing_id::text = p.business_key_)
               and not exists (select from alongside.care_plan y where y.plan_id::text = p.business_key_)
               and not exists (select from alongside.restriction n where n.restriction_id::text = p.business_key_)
               and not exists (select from alongside.follow_up u where u.follow_up_id::text = p.business_key_)
               and not exists (select from alongside.measure_ask a where a.measure_ask_id::text = p.business_key_)
               and not exists (select from alongside.reintegration r where r.reintegration_id::text = p.business_key_)
               and not exists (select from alongside.recovery_period r where r.recovery_id::text = p.business_key_)
               and not exists (select from alongside.talk_due n where n.talk_due_id::text = p.business_key_)
               and not exists (select from alongside.sitting h where h.sitting_id::text = p.business_key_)
               and not exists (select from alongside.clinical_supervision c where c.supervision_id::text = p.business_key_)
               and not exists (select from alongside.caseload_warning l where l.warning_id::text = p.business_key_)
               and not exists (select from alongside.incident i where i.incident_id::text = p.business_key_)
               and not exists (select from alongside.disclosure d where d.disclosure_id::text = p.business_key_)
               and not exists (select from alongside.emergency_access e where e.emergency_access_id::text = p.business_key_)
               and not exists (select from alongside.handover_card h where h.handover_id::text = p.business_key_)
               and not exists (select from alongside.placement m where m.placement_id::text = p.business_key_)
               and not exists (select from alongside.placement_gap g where g.gap_id::text = p.business_key_)
               and not exists (select from alongside.risk_assessment r where r.assessment_id::text = p.business_key_)
               and not exists (select from alongside.interview i where i.interview_id::text = p.business_key_)
               and not exists (select from alongside.hearing h where h.hearing_id::text = p.business_key_)
               and not exists (select from alongside.legal_deadline d where d.deadline_id::text = p.business_key_)
               and not exists (select from alongside.non_punishment n where n.non_punishment_id::text = p.business_key_)
               and not exists (select from alongside.court_order o where o.order_id::text = p.business_key_)
               and not exists (select from alongside.police_share s where s.share_id::text = p.business_key_)
               and not exists (select from alongside.counsel_wanted w where w.wanted_id::text = p.business_key_)
               and not exists (select from alongside.urgent_care u where u.urgent_id::text = p.business_key_)
               and not exists (select from alongside.livelihood_question q where q.question_id::text = p.business_key_)
               and not exists (select from alongside.overlooked o where o.overlooked_id::text = p.business_key_)
            """,
            """
            select count(*) from alongside.follow_up u
             where (u.done_at is null and u.ended_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = u.follow_up_id::text))
               and not coalesce(u.concern, false)
            """,
            """
            select count(*) from alongside.interview i
             where ((i.answer is null or i.answer = 'LATER') and i.taken_back_at is null and i.ended_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = i.interview_id::text))
            """,
            """
            select count(*) from alongside.non_punishment n
             where (n.settled_at is null and n.ended_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = n.non_punishment_id::text))
            """,
            """
            select count(*) from alongside.counsel_wanted w
             where (w.settled_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = w.wanted_id::text))
            """,
            """
            select count(*) from alongside.court_order o
             where (o.ended_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = o.order_id::text))
            """,
            """
            select count(*) from alongside.measure_ask a
             where (a.settled_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = a.measure_ask_id::text))
            """,
            """
            select count(*) from alongside.recovery_period r
             where (r.settled_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = r.recovery_id::text))
            """,
            """
            select count(*) from alongside.reintegration r
             where (r.ended_at is null)
                   <> (1 = (select count(*) from engine.act_ru_execution p
                             where p.parent_id_ is null and p.business_key_ = r.reintegration_id::text))
            """,
            """
            select count(*) from alongside.referral_card c
             where c.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED') <> exists (
                   select from engine.act_ru_execution e join engine.act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
                    where e.business_key_ = c.referral_id::text and t.task_def_key_ in ('answer', 'answer-question'))
               and c.status in ('SENT', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED')
            """,
            """
            select count(*) from alongside.referral_card c
             where c.status = 'ACCEPTED' and not exists (
                   select from engine.act_ru_execution e join engine.act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
                    where e.business_key_ = c.referral_id::text and t.task_def_key_ = 'first-contact')
            """,
            """
            select count(*) from alongside.referral_card c
             where c.status in ('SENT', 'ACCEPTED') and (c.status = 'ACCEPTED') <> exists (
                   select from alongside.access_grant g where g.referral_id = c.referral_id)
            """,
            """
            select count(*) from alongside.placement p
             where (p.status in ('ADMITTED', 'ABSENT_PLANNED', 'ABSENT_UNPLANNED')) <> exists (
                   select from alongside.bed_use u where u.placement_id = p.placement_id and u.kind = 'STAY' and u.left_at is null)
                or (p.status = 'RESERVED') <> exists (
                   select from alongside.bed_use u where u.placement_id = p.placement_id and u.kind = 'HOLD')
                or not exists (select from alongside.placement_minimum m where m.placement_id = p.placement_id and m.status = p.status)
            """,
            """
            select count(*) from alongside.placement p join alongside.referral_card c using (referral_id)
             where p.status = 'ADMITTED' and c.status in ('ACCEPTED', 'IN_SERVICE')
               and (not exists (select from engine.act_ru_execution e join engine.act_ru_event_subscr s on s.proc_inst_id_ = e.proc_inst_id_
                                 where e.business_key_ = p.placement_id::text and s.event_name_ = 'PlacementOver')
                    or not exists (select from alongside.audit_event a
                                    where a.case_id = p.case_id and a.action = 'ADMIT_SURVIVOR' and a.outcome = 'PERMITTED'))
            """,
            """
            select count(*) from alongside.placement p join alongside.referral_card c using (referral_id)
             where p.status in ('REQUESTED', 'OFFERED', 'RESERVED') and p.family_id is null and c.status in ('ACCEPTED', 'IN_SERVICE')
               and not exists (select from engine.act_ru_execution e join engine.act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_
                                where e.business_key_ = p.placement_id::text
                                  and t.task_def_key_ = case p.status when 'REQUESTED' then 'find-bed' when 'OFFERED' then 'ask-her' else 'let-in' end)
            """,
            """
            select count(*) from alongside.missing_episode e
             where (e.located_at is null and e.ended_at is null) <> exists (
                   select from engine.act_ru_execution x join engine.act_ru_event_subscr s on s.proc_inst_id_ = x.proc_inst_id_
                    where x.business_key_ = e.missing_id::text and s.event_name_ = 'SurvivorFound')
                or e.located_at is null and e.ended_at is null and not exists (
                   select from alongside.safety_alert a where a.alert_id = e.alert_id and a.ended_at is null and a.settled_at is null)
            """,
            "select count(*) from alongside.audit_head h where alongside.audit_first_broken(h.chain_id) is not null");
}
