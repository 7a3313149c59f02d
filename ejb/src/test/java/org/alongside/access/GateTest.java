package org.alongside.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.SessionContext;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.alongside.audit.AuditEvent;
import org.alongside.audit.AuditTrail;
import org.alongside.setup.Connected;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.WorkerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate asks before a door is opened. */
class GateTest {
    private final Gate gate = new Gate();
    private final List<AuditEvent> refused = new ArrayList<>();
    private final List<AuditEvent> permitted = new ArrayList<>();

    /** A door to one thing. */
    public static class Door {
        @Requires(Permission.READ_SESSION)
        public void read(SessionId id) {}
    }

    @BeforeEach
    @SuppressWarnings("unchecked")
    void a_counsellor_stands_before_it() {
        Caller counsellor =
                new Caller(WorkerId.random(), OrganisationId.random(), Set.of(Role.COU), false, "s", Instant.now());
        gate.context = Connected.answering(
                SessionContext.class,
                (method, given) -> method.equals("getCallerPrincipal") ? (Principal) () -> "noor" : null);
        gate.em = Connected.answering(EntityManager.class, (method, given) -> null);
        gate.callers = new CallerContext() {
            @Override
            Caller open(String subject, Predicate<String> inRole) {
                return counsellor;
            }
        };
        gate.audit = new AuditTrail() {
            @Override
            public void write(AuditEvent event, String session) {
                permitted.add(event);
            }
        };
        gate.refusals = new RefusalRecord() {
            @Override
            void keep(Caller caller, AuditEvent event) {
                refused.add(event);
            }
        };
        gate.policies = new Policies();
        gate.policies.all = Connected.answering(Instance.class, (method, given) -> {
            ((Consumer<Policy<?>>) given[0]).accept(new OfEverySession());
            return null;
        });
        gate.policies.gather();
    }

    @Test
    void to_a_door_that_is_asked_for_nothing_no_policy_says_yes() throws Exception {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> gate.ask(asked((SessionId) null)));
        assertThat(refusal).isNotNull();
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_THERE);
        assertThat(refused).as("and it is audited").hasSize(1);
        gate.ask(asked(SessionId.random()));
        assertThat(permitted).hasSize(1);
    }

    private static InvocationContext asked(SessionId id) throws NoSuchMethodException {
        Method door = Door.class.getMethod("read", SessionId.class);
        return Connected.answering(InvocationContext.class, (method, given) -> switch (method) {
            case "getMethod" -> door;
            case "getParameters" -> new Object[] {id};
            default -> null;
        });
    }

    private static final class OfEverySession implements Policy<SessionId> {
        @Override
        public Class<SessionId> subject() {
            return SessionId.class;
        }

        @Override
        public Optional<Standing> standing(Caller caller, SessionId id) {
            return Optional.of(new Standing(Optional.empty(), id.value(), "OWN", Optional.empty()));
        }

        @Override
        public List<Reason> objections(Caller caller, Permission permission, SessionId id, Standing standing) {
            return List.of();
        }
    }
}
