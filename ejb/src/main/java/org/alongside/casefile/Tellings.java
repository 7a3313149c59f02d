package org.alongside.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Sql;

/** What must be right when it is written down that she was told of something, or why not yet. */
@ApplicationScoped
public class Tellings {
    /** People write minutes down, and what she is told of may have happened within one. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final String GUARDIAN = "GUARDIAN";

    @PersistenceContext
    EntityManager em;

    @Inject
    CaseFacts survivors;

    @Inject
    Codes codes;

    /**
     * Adds what is wrong with it: a guardian only of a child, and never one who is excluded.
     *
     * @param path before the names of its fields, with a dot at its end, or empty
     * @param since before when nobody could have told her
     * @param tooEarly the reason where it says that somebody did
     */
    public void check(
            Check check, NewTelling telling, String path, CaseId caseId, Instant since, String tooEarly, Instant now) {
        new Fields(codes, check).check(telling, path.isEmpty() ? path : path.substring(0, path.length() - 1));
        if (telling.told()) {
            told(check, telling, path, caseId, since, tooEarly, now);
        } else if (telling.answer() != null) {
            check.code(telling.why(), path + "why", codes.in("not_told_reason"));
        }
    }

    /**
     * Hands it to the act that writes it down.
     *
     * @param act an act of the database with {@code :at, :whom, :relation, :channel, :why, :again}
     * @param lookAgainAt when somebody is asked again, if she was not told
     */
    public static Sql into(Sql act, NewTelling telling, Instant lookAgainAt) {
        boolean told = telling.told();
        return act.with("at", told ? telling.at() : null)
                .with("whom", told ? telling.whom() : null)
                .with("relation", told ? telling.relation() : null)
                .with("channel", told ? telling.channel() : null)
                .with("why", told ? null : telling.why())
                .with("again", told ? null : lookAgainAt);
    }

    /** Of how much nobody has told her yet. */
    public int outstanding(CaseId caseId) {
        return Sql.of(em, "select untold(:case)")
                .with("case", caseId.value())
                .first(row -> row.number(0))
                .orElseThrow();
    }

    private void told(
            Check check, NewTelling telling, String path, CaseId caseId, Instant since, String tooEarly, Instant now) {
        check.code(telling.whom(), path + "whom", codes.in("told_whom"))
                .code(telling.channel(), path + "channel", codes.in("contact_channel"))
                .that(telling.at() != null, path + "at", "missing");
        if (telling.at() != null) {
            check.that(!telling.at().isAfter(now), path + "at", "in-the-future")
                    .that(!telling.at().isBefore(since.minus(A_MINUTE)), path + "at", tooEarly);
        }
        if (GUARDIAN.equals(telling.whom())) {
            CaseFacts.Facts survivor = survivors.of(caseId);
            check.that(survivor.child(), path + "whom", "only-for-a-child")
                    .code(telling.relation(), path + "relation", codes.in("excluded_relation"))
                    .that(
                            telling.relation() == null
                                    || !survivor.excludedRelations().contains(telling.relation()),
                            path + "relation",
                            "guardian-is-excluded");
        }
    }
}
