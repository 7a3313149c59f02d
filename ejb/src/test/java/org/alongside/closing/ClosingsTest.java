package org.alongside.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Role;
import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.Connected;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.CaseId;
import org.alongside.shared.ClosingId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals to close as they are kept, as the application role. */
class ClosingsTest {
    private static final House LEAD = House.demo(1, 1);
    private static final String SUPERVISOR = House.demo(1, 3).worker();
    private static final NewClosing ASKED = new NewClosing(
            "OTHER",
            "w",
            List.of(),
            "NOT_REACHED",
            "NOT_GIVEN",
            new NewClosing.FollowUp("NOT_ASKED", null, null, null, null, "NOT_REACHED"),
            null);

    private final TestDatabase database = TestDatabase.get();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Closings closings = new Closings();
    private CaseId caseId;
    private Connection application;

    @BeforeEach
    void a_case_is_led() throws Exception {
        try (Cases made = Cases.led(database, 1, LEAD)) {
            made.open(LEAD, LEAD.worker(), "LEAD", "F", "0,11");
            caseId = new CaseId(made.first());
            made.keep("case_access");
        }
        application = database.application().getConnection();
        application.setAutoCommit(false);
        closings.em = new Connected(application).em();
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        application.rollback();
        application.close();
    }

    @Test
    void one_that_was_sent_back_is_taken_back() throws Exception {
        ClosingId closing = sentBack();
        closings.withdraw(closing, caseworker(3));
        assertThat(closings.require(closing).state()).isEqualTo(ClosingState.WITHDRAWN);
    }

    /** Else nobody would be asked about the newer one any more, which stays undecided. */
    @Test
    void one_that_was_proposed_anew_is_not_taken_back_any_more() throws Exception {
        ClosingId older = sentBack();
        ClosingId newer = propose(caseworker(3));
        assertThatThrownBy(() -> closings.withdraw(older, caseworker(4)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("closing-decided");
        closings.withdraw(newer, caseworker(4));
        assertThat(closings.require(older).state()).isEqualTo(ClosingState.SENT_BACK);
        assertThat(closings.require(newer).state()).isEqualTo(ClosingState.WITHDRAWN);
    }

    private ClosingId sentBack() throws Exception {
        ClosingId closing = propose(caseworker(1));
        closings.sendBack(closing, "c", caller(SUPERVISOR, Role.SUP, 2));
        caseworker(3);
        return closing;
    }

    private ClosingId propose(Caller caller) {
        ClosingId id = ClosingId.random();
        closings.add(id, caseId, 1, ASKED, List.of(), caller);
        return id;
    }

    private Caller caseworker(int second) throws SQLException {
        return caller(LEAD.worker(), Role.CW, second);
    }

    private Caller caller(String worker, Role role, int second) throws SQLException {
        Instant at = now.plusSeconds(second);
        application.commit();
        application
                .createStatement()
                .execute("select caller_open('%s', '%s', '{%s}', '%s')".formatted(worker, LEAD.id(), role, at));
        return new Caller(
                new WorkerId(UUID.fromString(worker)),
                new OrganisationId(UUID.fromString(LEAD.id())),
                Set.of(role),
                false,
                "s",
                at);
    }
}
