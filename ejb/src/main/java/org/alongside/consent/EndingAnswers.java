package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/**
 * Agreements of survivors that end, for those who work on their cases in person. Starts from the caller's own cases, so that it
 * costs as much as one person's caseload; what ended stays for as long as it was announced before. See the plan test before
 * changing it.
 */
@ApplicationScoped
class EndingAnswers {
    /** The list as it is asked; named parameters as of {@link #of}. */
    static final String LIST = """
            select f.case_id, f.case_code, i.preferred_name, a.purpose, a.until_at
              from (select distinct case_id from case_access where holder_id = :worker and valid_from <= :now and :now < valid_until) mine
             cross join lateral (
                   select y.case_id, y.purpose, y.until_at from purpose_answer y
                    where y.case_id = mine.case_id and y.answer = 'AGREED' and y.until_at between :from and :until
                      and not exists (select from purpose_answer later
                                       where later.case_id = y.case_id and later.purpose = y.purpose
                                         and (later.given_at, later.said_as) > (y.given_at, y.said_as))) a
              join case_file f on f.case_id = a.case_id and case_is_open(f.status)
              left join identity_minimum i on i.case_id = a.case_id
             order by a.until_at, a.case_id, a.purpose limit :size
            """;

    private static final int MOST = 50;

    @PersistenceContext
    EntityManager em;

    /** @param before how long before its end she is asked again, and how long after it is still said */
    List<EndingAnswer> of(Caller caller, Duration before) {
        return Sql.of(em, LIST)
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .with("from", caller.now().minus(before))
                .with("until", caller.now().plus(before))
                .with("size", MOST)
                .rows(row -> new EndingAnswer(
                        new CaseId(row.uuid(0)),
                        row.text(1),
                        Optional.ofNullable(row.text(2)),
                        row.text(3),
                        row.instant(4),
                        row.instant(4).minus(before)));
    }
}
