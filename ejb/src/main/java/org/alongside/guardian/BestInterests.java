package org.alongside.guardian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** The collection of what was found to be best for children, kept to the lead; nothing of it is changed, and the newest about a question counts. */
@ApplicationScoped
public class BestInterests {
    /** Code of best_interests_result: it is best for her. */
    public static final String SUPPORTS = "SUPPORTS";

    /** Code of best_interests_result: it is not. */
    public static final String AGAINST = "AGAINST";

    @PersistenceContext
    EntityManager em;

    /** What was found last about a question, code of best_interests_result; empty: nothing, or it is not the caller's to know. */
    public Optional<String> of(CaseId caseId, String about) {
        return Sql.of(em, """
                        select b.result from best_interests b where b.case_id = :case and b.about = :about
                         order by b.decided_on desc, b.noted_at desc limit 1
                        """).with("case", caseId.value()).with("about", about).first(row -> row.text(0));
    }

    /** All of them, the newest first. */
    List<FoundInterests> all(CaseId caseId) {
        return Sql.of(em, """
                        select b.about, b.instrument, b.result, b.decided_on, b.decided_by, b.heard, b.words, w.name
                          from best_interests b join worker w on w.worker_id = b.noted_by
                         where b.case_id = :case order by b.decided_on desc, b.noted_at desc
                        """)
                .with("case", caseId.value())
                .rows(row -> new FoundInterests(
                        row.text(0),
                        row.text(1),
                        row.text(2),
                        row.date(3),
                        row.text(4),
                        row.yes(5),
                        Optional.ofNullable(row.text(6)),
                        row.text(7)));
    }

    void add(CaseId caseId, NewBestInterests found, Caller caller) {
        Sql.of(em, """
                        insert into best_interests (best_interests_id, case_id, about, instrument, result, decided_on, decided_by, heard, words,
                                                    noted_at, noted_by)
                        values (:id, :case, :about, :instrument, :result, :on, :by, :heard, :words, :now, :worker)
                        """)
                .with("id", UUID.randomUUID())
                .with("case", caseId.value())
                .with("about", found.about())
                .with("instrument", found.instrument())
                .with("result", found.result())
                .with("on", found.foundOn())
                .with("by", found.decidedBy())
                .with("heard", found.heard())
                .with(
                        "words",
                        found.words() == null || found.words().isBlank()
                                ? null
                                : found.words().strip())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
    }

    /**
     * What was found.
     *
     * @param about code of best_interests_about
     * @param instrument code of best_interests_instrument
     * @param result code of best_interests_result
     * @param decidedBy code of best_interests_decider
     * @param heard whether her own views were heard
     * @param notedBy name of who noted it
     */
    public record FoundInterests(
            String about,
            String instrument,
            String result,
            LocalDate decidedOn,
            String decidedBy,
            boolean heard,
            Optional<String> words,
            String notedBy) {}
}
