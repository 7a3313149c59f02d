package org.alongside.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.shared.CaseId;
import org.alongside.shared.MissingId;
import org.alongside.shared.Sql;

/** Lets the journey read that she was missing and what was done; the database leaves out what is not theirs. */
@ApplicationScoped
public class MissingJournal {
    @PersistenceContext
    EntityManager em;

    /** What happened, in no order. */
    public List<Gone> of(CaseId caseId) {
        return Sql.of(em, """
                        select v.kind, v.at, e.missing_id, v.said
                          from missing_episode e
                         cross join lateral (values ('missing-began', e.began_at, ''), ('missing-searched', e.searched_at, ''),
                                                    ('missing-reported', e.reported_at, ''), ('missing-conference', e.conference_at, ''),
                                                    ('missing-safe-channel', e.safe_channel_at, ''), ('missing-unresolved', e.unresolved_at, ''),
                                                    ('missing-located', e.located_at, coalesce(e.found_how, '')),
                                                    ('missing-talked', e.talked_at, '')) v (kind, at, said)
                         where e.case_id = :case and v.at is not null
                        """)
                .with("case", caseId.value())
                .rows(row -> new Gone(row.text(0), row.instant(1), row.uuid(2), row.text(3)));
    }

    /** The one about which somebody is still asked, the newest first. */
    public List<MissingId> running(CaseId caseId) {
        return Sql.of(em, """
                        select missing_id from missing_episode
                         where case_id = :case and ended_at is null and (located_at is null or talk_by is not null and talked_at is null)
                         order by began_at desc, missing_id
                        """).with("case", caseId.value()).rows(row -> new MissingId(row.uuid(0)));
    }

    /**
     * Something that happened while she was missing.
     *
     * @param kind key of its words, {@code journey.<kind>}
     * @param foundHow code of found_how; or empty
     */
    public record Gone(String kind, Instant at, UUID missing, String foundHow) {}
}
