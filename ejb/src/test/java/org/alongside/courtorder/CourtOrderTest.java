package org.alongside.courtorder;

import static org.alongside.setup.Care.COLLEAGUE;
import static org.alongside.setup.Care.LEAD;
import static org.alongside.setup.Care.SHIFT;
import static org.alongside.setup.Care.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Category;
import org.alongside.closing.ClosingEvent.CaseClosed;
import org.alongside.consent.SharingEnded;
import org.alongside.courtorder.CourtOrderEvent.ObjectionOver;
import org.alongside.courtorder.CourtOrderEvent.OrderAnswered;
import org.alongside.courtorder.CourtOrderEvent.OrderChecked;
import org.alongside.courtorder.CourtOrderEvent.OrderLawyerFound;
import org.alongside.courtorder.CourtOrderEvent.OrderReceived;
import org.alongside.courtorder.CourtOrderEvent.OrdersEnded;
import org.alongside.courtorder.CourtOrderView.CourtOrder;
import org.alongside.courtorder.NewCourtOrder.NewObjectionResult;
import org.alongside.courtorder.NewCourtOrder.NewOrderCheck;
import org.alongside.courtorder.NewCourtOrder.NewOrderEnd;
import org.alongside.disclosure.DisclosureEvent.DisclosureMade;
import org.alongside.disclosure.DisclosureService;
import org.alongside.disclosure.NewDecision;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.setup.Wired;
import org.alongside.shared.CaseId;
import org.alongside.shared.ConsentId;
import org.alongside.shared.CourtOrderId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourtOrderTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Who LAWYER = new Who(12, 6, "LAW");
    private static final Who PROTECTION = new Who(31, 1, "DPO");
    private static final List<Who> NOBODY_OF_THESE = List.of(
            new Who(13, 7, "LEL"),
            new Who(24, 11, "PRL"),
            SHIFT,
            COLLEAGUE,
            new Who(7, 3, "SHM"),
            new Who(10, 5, "COU"),
            new Who(14, 8, "NRM"),
            new Who(16, 9, "ADM"));

    private final Care care = new Care(TestDatabase.get());
    private final Door<CourtOrderService> door = new Door<>(care, CourtOrderTest::doors);
    private final LocalDate today = LocalDate.ofInstant(care.now.plus(HOUR), ZoneOffset.UTC);
    private CaseId her;

    @BeforeEach
    void she_has_a_lawyer() throws Exception {
        her = care.investigated(false, true);
    }

    @Test
    void it_is_written_down_with_times_of_the_table_and_her_lawyer_says_what_holds() throws Exception {
        OrderReceived received = (OrderReceived)
                receive(order("1", Category.IDENTITY, Category.HEALTH)).get(0);
        assertThat(received.lead().value()).isEqualTo(LEAD.organisation());
        assertThat(received.checkBy()).isEqualTo(care.now.plus(HOUR).plus(DAY.multipliedBy(3)));
        assertThat(received.answerBy())
                .isEqualTo(today.plusDays(31).atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(received.supervisorAt()).isEqualTo(received.answerBy().minus(DAY.multipliedBy(2)));
        CourtOrderId id = received.id();
        assertThat(check(id, "NARROW", Category.IDENTITY)).containsExactly(new OrderChecked(id, false));
        CourtOrder one = only();
        assertThat(one.least()).containsExactly(Category.IDENTITY);
        assertThat(one.toAnswer()).isTrue();
        assertThat(door.reason(LAWYER, doors -> doors.check(her, id, new NewOrderCheck("VALID", null))))
                .isEqualTo("order-checked-already");
        assertThat(told(LEAD, HOUR, doors -> doors.end(her, id, new NewOrderEnd("NOTHING"))))
                .containsExactly(new OrdersEnded(List.of(id)));
        assertThat(only().outcome()).contains("NOTHING");
        assertThat(door.reason(LEAD, doors -> doors.end(her, id, new NewOrderEnd("WITHDRAWN"))))
                .isEqualTo("order-over");
    }

    @Test
    void what_cannot_be_is_refused_in_words() throws Exception {
        receive(order("1", Category.IDENTITY));
        assertThat(refused(order("1", Category.HEALTH))).isEqualTo("order-received-already");
        assertThat(refused(dated(today.plusDays(1), today.plusDays(3)))).isEqualTo("receivedOn in-the-future");
        assertThat(refused(dated(today, today.minusDays(1)))).isEqualTo("answerOn order-answered-before-it-came");
        assertThat(refused(dated(today.minusDays(9), today.minusDays(1)))).isEqualTo("answerOn in-the-past");
        assertThat(refused(dated(today, today.plusYears(6)))).isEqualTo("answerOn too-far-ahead");
        assertThat(refused(dated(today.minusYears(6), today.plusDays(1)))).isEqualTo("receivedOn too-long-ago");
        assertThat(refused(order("2"))).isEqualTo("categories missing");
        CourtOrderId id = only().id();
        assertThat(door.reason(LEAD, doors -> doors.end(her, id, new NewOrderEnd("NOTHING"))))
                .as("unseen by her lawyer")
                .isEqualTo("order-not-checked");
        assertThat(door.reason(LAWYER, doors -> doors.objection(her, id, new NewObjectionResult("UPHELD", null))))
                .isEqualTo("order-without-objection");
    }

    @Test
    void what_is_never_handed_out_cannot_be_said_to_hold_neither_past_the_door() throws Exception {
        receive(order("1", Category.IDENTITY, Category.COUNSELLING_NOTES));
        CourtOrderId id = only().id();
        assertThat(door.reason(LAWYER, doors -> doors.check(her, id, new NewOrderCheck("VALID", null))))
                .isEqualTo("advice order-names-more");
        assertThat(door.reason(
                        LAWYER,
                        doors -> doors.check(her, id, new NewOrderCheck("NARROW", Set.of(Category.COUNSELLING_NOTES)))))
                .isEqualTo("least order-names-more");
        assertThat(door.reason(
                        LAWYER, doors -> doors.check(her, id, new NewOrderCheck("NARROW", Set.of(Category.HEALTH)))))
                .isEqualTo("least order-names-less");
        for (String said : List.of("'VALID', null", "'NARROW', '{6}'", "'NARROW', '{5}'", "'NARROW', null")) {
            assertThatThrownBy(
                            () -> care.writes(LAWYER, HOUR, "select court_order_check('%s', %s)".formatted(id, said)))
                    .as(said)
                    .hasMessageContaining("not permitted");
        }
        assertThat(check(id, "NARROW", Category.IDENTITY)).hasSize(1);
    }

    @Test
    void an_objection_waits_for_the_court_and_what_it_leaves_is_answered() throws Exception {
        receive(order("1", Category.IDENTITY, Category.HEALTH));
        CourtOrderId id = only().id();
        assertThat(check(id, "OBJECT")).containsExactly(new OrderChecked(id, true));
        assertThat(objects("1", "{0}")).isEqualTo("order-objected");
        assertThat(only().objected()).isTrue();
        assertThat(door.reason(LAWYER, doors -> doors.objection(her, id, new NewObjectionResult("REJECTED", null))))
                .isEqualTo("least missing");
        assertThat(told(
                        LAWYER,
                        HOUR,
                        doors -> doors.objection(her, id, new NewObjectionResult("NARROWED", Set.of(Category.HEALTH)))))
                .containsExactly(new ObjectionOver(id));
        assertThat(only().least()).containsExactly(Category.HEALTH);
        assertThat(objects("1", "{0}")).isEqualTo("order-names-less");
        assertThat(objects("1", "{5}")).isNull();

        receive(order("2", Category.IDENTITY));
        CourtOrderId upheld = care.as(LEAD, HOUR, on -> doors(on).of(her)).orders().stream()
                .filter(CourtOrder::toCheck)
                .findFirst()
                .orElseThrow()
                .id();
        check(upheld, "OBJECT");
        assertThat(told(LAWYER, HOUR, doors -> doors.objection(her, upheld, new NewObjectionResult("UPHELD", null))))
                .containsExactly(new OrdersEnded(List.of(upheld)));
        assertThat(objects("2", "{0}")).isEqualTo("order-over");
    }

    @Test
    void nothing_is_told_under_an_order_that_did_not_come_was_not_checked_or_names_less_also_past_the_door()
            throws Exception {
        denied("1", "{0}");
        assertThat(objects("1", "{0}")).isEqualTo("order-not-received");
        receive(order("1", Category.IDENTITY, Category.HEALTH));
        denied("1", "{0}");
        assertThat(objects("1", "{0}")).isEqualTo("order-not-checked");
        check(only().id(), "NARROW", Category.IDENTITY);
        denied("1", "{0,5}");
        denied("another", "{0}");
        UUID told = propose("1", "{0}");
        denied("1", "{0}");
        assertThat(objects("1", "{0}")).isEqualTo("order-proposed-already");
        care.below(
                "update disclosure set disclosed_at = now(), way = 'PAPER', recorded_at = now(), recorded_by = proposed_by where disclosure_id = '%s'"
                        .formatted(told));
        List<Object> after = care.as(LEAD, HOUR, on -> {
            follow(on).handedOut(new DisclosureMade(new DisclosureId(told), false, care.now));
            return on.told();
        });
        assertThat(after).containsExactly(new OrderAnswered(only().id()));
        assertThat(only().outcome()).contains("PRODUCED");
    }

    @Test
    void an_order_that_was_taken_back_carries_nothing_that_was_proposed_under_it_before() throws Exception {
        receive(order("1", Category.IDENTITY));
        check(only().id(), "VALID");
        UUID told = propose(" 1 ", "{0}");
        denied("1", "{0}");
        care.writes(PROTECTION, HOUR, "select disclosure_decide('%s', true, null)".formatted(told));
        Door<DisclosureService> telling = new Door<>(care, on -> on.of(DisclosureService.class));
        told(LEAD, DAY, doors -> doors.end(her, only().id(), new NewOrderEnd("WITHDRAWN")));
        assertThatThrownBy(() -> care.writes(
                        LAWYER, DAY.plus(HOUR), "select disclosure_decide('%s', true, null)".formatted(told)))
                .hasMessageContaining("the order is over");
        assertThat(telling.reason(
                        LAWYER, doors -> doors.decide(new DisclosureId(told), new NewDecision("AGREE", null))))
                .isEqualTo("order-over");
    }

    @Test
    void what_all_agreed_to_is_not_made_once_the_order_is_over_and_written_down_if_it_was_made_before()
            throws Exception {
        receive(order("1", Category.IDENTITY));
        check(only().id(), "VALID");
        UUID told = propose("1", "{0}");
        for (Who desk : List.of(PROTECTION, LAWYER)) {
            care.writes(desk, HOUR, "select disclosure_decide('%s', true, null)".formatted(told));
        }
        told(LEAD, DAY, doors -> doors.end(her, only().id(), new NewOrderEnd("NOTHING")));
        String made = "select disclosure_record('%s', '%s', 'PAPER', null)";
        assertThatThrownBy(() -> care.writes(
                        LEAD,
                        DAY.plus(HOUR),
                        made.formatted(told, care.now.plus(DAY).plusSeconds(1))))
                .hasMessageContaining("the order is over");
        care.writes(LEAD, DAY.plus(HOUR), made.formatted(told, care.now.plus(HOUR)));
        assertThat(only().outcome()).contains("NOTHING");
    }

    @Test
    void police_prosecution_and_who_does_not_lead_or_defend_her_read_and_write_nothing() throws Exception {
        receive(order("1", Category.IDENTITY));
        CourtOrderId id = only().id();
        for (Who who : NOBODY_OF_THESE) {
            assertThat(rows(who)).as(who.role()).isEqualTo("0");
            assertThat(door.reason(who, doors -> doors.of(her))).isEqualTo("orders-not-open");
            assertThat(door.reason(who, doors -> doors.receive(her, order("9", Category.IDENTITY), null)))
                    .isEqualTo("orders-not-open");
            for (String act : List.of(
                    "court_order_check('%s', 'OBJECT', null)".formatted(id),
                    "court_order_objection('%s', 'UPHELD', null)".formatted(id),
                    "court_order_end('%s', 'WITHDRAWN')".formatted(id),
                    "court_order_receive(gen_random_uuid(), '%s', 'SUBPOENA', 'POLICE', '9', current_date, current_date, '{0}', now(), now())"
                            .formatted(her))) {
                assertThatThrownBy(() -> care.writes(who, HOUR, "select " + act))
                        .as(who.role() + " " + act)
                        .hasMessageContaining("not permitted");
            }
            assertThat(care.sees(who, HOUR, "select court_order_objects('%s', '1', '{0}')".formatted(her)))
                    .as("whether it came is told to nobody else")
                    .isEqualTo("order-not-received");
        }
        assertThat(rows(PROTECTION)).as("data protection of the lead").isEqualTo("1");
        assertThat(rows(SUPERVISOR)).isEqualTo("1");
        assertThat(rows(LAWYER)).isEqualTo("1");
        assertThat(door.reason(LEAD, doors -> doors.check(her, id, new NewOrderCheck("OBJECT", null))))
                .as("who leads is not her lawyer")
                .isEqualTo("orders-not-open");
    }

    @Test
    void a_lawyer_who_takes_her_up_is_asked_and_in_a_closed_file_nobody_is() throws Exception {
        receive(order("1", Category.IDENTITY));
        CourtOrderId id = only().id();
        assertThat(lawyers(LAWYER, id)).as("told to the process alone").isEmpty();
        assertThat(lawyers(Who.SYSTEM, id)).extracting(OrganisationId::value).containsExactly(LAWYER.organisation());
        care.below("update case_file set status = 'CLOSED' where case_id = '%s'".formatted(her));
        List<Object> ended = care.as(LEAD, HOUR, on -> {
            follow(on).closed(new CaseClosed(her, false));
            return on.told();
        });
        assertThat(ended).containsExactly(new OrdersEnded(List.of(id)));
        assertThat(only().outcome()).contains("FILE_CLOSED");
        assertThat(new OrderLawyerFound(id).id()).isEqualTo(id);
    }

    @Test
    void data_protection_of_who_leads_sees_which_orders_wait_for_a_lawyer_and_opens_no_file() throws Exception {
        receive(order("with", Category.IDENTITY));
        String lawyered = caseCode();
        her = care.investigated(false, false);
        CourtOrderId waiting =
                ((OrderReceived) receive(order("without", Category.IDENTITY)).get(0)).id();
        OrderWithoutLawyer seen = withoutLawyer(PROTECTION).stream()
                .filter(one -> one.id().equals(waiting))
                .findFirst()
                .orElseThrow();
        assertThat(seen.caseCode()).isEqualTo(caseCode());
        assertThat(seen.leadName())
                .isEqualTo(care.below(
                        "select name from organisation where organisation_id = '%s'".formatted(LEAD.organisation())));
        assertThat(withoutLawyer(PROTECTION))
                .extracting(OrderWithoutLawyer::caseCode)
                .doesNotContain(lawyered);
        assertThat(care.sees(PROTECTION, HOUR, "select count(*) from case_file where case_id = '%s'".formatted(her)))
                .as("the file stays closed")
                .isEqualTo("0");
        for (Who other : NOBODY_OF_THESE) {
            assertThat(withoutLawyer(other)).as(other.role()).isEmpty();
        }
        assertThat(withoutLawyer(new Who(15, 8, "DPO")))
                .as("who leads has data protection of their own")
                .extracting(OrderWithoutLawyer::id)
                .doesNotContain(waiting);
        assertThat(protectors(waiting)).containsExactly(new OrganisationId(LEAD.organisation()));
        assertThat(care.as(Who.SYSTEM, HOUR, on -> doors(on).lead(waiting)).value())
                .isEqualTo(LEAD.organisation());
        assertThat(care.sees(LEAD, HOUR, "select court_order_lead('%s')".formatted(waiting)))
                .isNull();
        assertThat(protectors(LEAD, waiting)).as("asked by the process alone").isEmpty();
        care.below("update worker set left_at = now() - interval '1 hour' where worker_id = '%s'"
                .formatted(PROTECTION.id()));
        try {
            assertThat(withoutLawyer(new Who(15, 8, "DPO")))
                    .as("else that of the authority")
                    .extracting(OrderWithoutLawyer::id)
                    .contains(waiting);
            assertThat(protectors(waiting)).containsExactly(new OrganisationId(new Who(15, 8, "DPO").organisation()));
        } finally {
            care.below("update worker set left_at = null where worker_id = '%s'".formatted(PROTECTION.id()));
        }
        told(LEAD, HOUR, doors -> doors.end(her, waiting, new NewOrderEnd("WITHDRAWN")));
        assertThat(withoutLawyer(PROTECTION)).extracting(OrderWithoutLawyer::id).doesNotContain(waiting);
    }

    private List<OrderWithoutLawyer> withoutLawyer(Who who) throws Exception {
        return care.as(who, HOUR, on -> doors(on).withoutLawyer());
    }

    private List<OrganisationId> protectors(CourtOrderId id) throws Exception {
        return protectors(Who.SYSTEM, id);
    }

    private List<OrganisationId> protectors(Who who, CourtOrderId id) throws Exception {
        return care.as(who, HOUR, on -> doors(on).protectors(id));
    }

    private String caseCode() throws Exception {
        return care.below("select case_code from case_file where case_id = '%s'".formatted(her));
    }

    private static NewCourtOrder order(String reference, Category... names) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC);
        return new NewCourtOrder(
                "SUBPOENA", "CRIMINAL_COURT", reference, day.minusDays(1), day.plusDays(30), Set.of(names));
    }

    private static NewCourtOrder dated(LocalDate received, LocalDate answer) {
        return new NewCourtOrder("REQUEST", "POLICE", "2", received, answer, Set.of(Category.IDENTITY));
    }

    @Test
    void where_she_takes_back_what_let_a_house_of_lawyers_act_it_is_looked_anew_for_who_checks_her_order()
            throws Exception {
        OrderReceived received =
                (OrderReceived) receive(order("1", Category.IDENTITY)).get(0);
        for (Who other : List.of(SHIFT, new Who(13, 7, "LEL"))) {
            assertThat(lost(LEAD, other)).as("no lawyers: " + other.role()).isEmpty();
        }
        assertThat(lost(LEAD, LAWYER))
                .as("what she took back lets them act as before")
                .isEmpty();
        lawyersGrantsUntil("now()");
        assertThat(lost(SHIFT, LAWYER)).as("told who leads alone").isEmpty();
        assertThat(lost(LEAD, LAWYER)).containsExactly(new OrdersEnded(List.of(received.id())), received);
        lawyersGrantsUntil("'infinity'");
        check(received.id(), "OBJECT");
        lawyersGrantsUntil("now()");
        assertThat(lost(LEAD, LAWYER)).as("checked already").isEmpty();
    }

    private void lawyersGrantsUntil(String instant) throws Exception {
        care.below("update access_grant set valid_until = %s where case_id = '%s' and organisation_id = '%s'"
                .formatted(instant, her, LAWYER.organisation()));
    }

    private List<Object> lost(Who who, Who house) throws Exception {
        SharingEnded ended =
                new SharingEnded(her, new OrganisationId(house.organisation()), ConsentId.random(), Set.of(), care.now);
        return care.as(who, HOUR, on -> {
            follow(on).lost(ended);
            return List.copyOf(on.told());
        });
    }

    private List<Object> receive(NewCourtOrder order) throws Exception {
        return told(LEAD, HOUR, doors -> doors.receive(her, order, null));
    }

    private String refused(NewCourtOrder order) {
        return door.reason(LEAD, doors -> doors.receive(her, order, null));
    }

    private List<Object> check(CourtOrderId id, String advice, Category... least) throws Exception {
        return told(LAWYER, HOUR, doors -> doors.check(her, id, new NewOrderCheck(advice, Set.of(least))));
    }

    private CourtOrder only() throws Exception {
        return care.as(LEAD, HOUR, on -> doors(on).of(her)).orders().stream()
                .filter(one -> one.reference().equals("1"))
                .findFirst()
                .orElseThrow();
    }

    private String objects(String reference, String categories) throws Exception {
        return care.sees(
                LEAD, HOUR, "select court_order_objects('%s', '%s', '%s')".formatted(her, reference, categories));
    }

    private UUID propose(String reference, String categories) throws Exception {
        UUID id = UUID.randomUUID();
        care.writes(
                LEAD,
                HOUR,
                "select disclosure_propose('%s', '%s', 'COURT_ORDER', null, 'The court', '%s', 'w', '%s', null, null, null)"
                        .formatted(id, her, categories, reference));
        return id;
    }

    private void denied(String reference, String categories) {
        assertThatThrownBy(() -> propose(reference, categories))
                .as(reference + " " + categories)
                .hasMessageContaining("not permitted");
    }

    private List<Object> told(Who who, Duration later, Door.Deed<CourtOrderService> deed) throws Exception {
        return care.as(who, later, on -> {
            deed.in(doors(on));
            return on.told();
        });
    }

    private List<OrganisationId> lawyers(Who who, CourtOrderId id) throws Exception {
        return care.as(who, HOUR, on -> doors(on).lawyers(id));
    }

    private String rows(Who who) throws Exception {
        return care.sees(who, DAY, "select count(*) from court_order where case_id = '%s'".formatted(her));
    }

    private static CourtOrderService doors(On on) {
        return wired(on).of(CourtOrderService.class);
    }

    private static CourtOrdersFollow follow(On on) {
        return wired(on).of(CourtOrdersFollow.class);
    }

    private static Wired wired(On on) {
        return on.wired()
                .with(OrderTimes.class, kind -> new OrderTimes.Times(DAY.multipliedBy(3), DAY.multipliedBy(2)));
    }
}
