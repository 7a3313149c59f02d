package org.alongside.counselling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.counselling.CounsellingView.Attended;
import org.alongside.counselling.CounsellingView.ClinicalEntry;
import org.alongside.counselling.CounsellingView.ProcessNote;
import org.alongside.counselling.CounsellingView.Summary;
import org.alongside.counselling.NewSession.NewSummary;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Failed;
import org.alongside.shared.Sql.Row;

/** What is written of sessions, in its three levels; the database shows each reader the levels that are theirs. */
@ApplicationScoped
class Notes {
    private static final String THERE_ALREADY = "23505";
    private static final String SUMMARIES = """
            select s.session_id, coalesce(a.held_on, s.agreed_on), s.words, w.name, o.name, s.agreed_on, s.for_lead
              from (select session_id, case_id, organisation_id, author_id, words, agreed_on, for_lead from session_summary where taken_back_at is null
                    union
                    select session_id, case_id, organisation_id, author_id, words, agreed_on, true from summary_for_lead where taken_back_at is null) s
              join worker w on w.worker_id = s.author_id
              join organisation o on o.organisation_id = s.organisation_id
              left join session_attended a on a.session_id = s.session_id
             where true
            """;

    @PersistenceContext
    EntityManager em;

    List<Attended> attended(CaseId caseId) {
        return Sql.of(em, """
                        select a.session_id, a.held_on, a.attendance, o.name
                          from session_attended a join organisation o using (organisation_id)
                         where a.case_id = :case order by a.held_on desc, a.session_id limit 100
                        """)
                .with("case", caseId.value())
                .rows(row -> new Attended(new SessionId(row.uuid(0)), row.date(1), row.text(2), row.text(3)));
    }

    List<Summary> summaries(CaseId caseId) {
        return Sql.of(em, SUMMARIES + " and s.case_id = :case order by 2 desc, s.session_id limit 100")
                .with("case", caseId.value())
                .rows(Notes::summary);
    }

    Optional<Summary> summary(SessionId id) {
        return Sql.of(em, SUMMARIES + " and s.session_id = :id")
                .with("id", id.value())
                .first(Notes::summary);
    }

    private static Summary summary(Row row) {
        return new Summary(
                new SessionId(row.uuid(0)),
                row.date(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.date(5),
                row.yes(6));
    }

    Optional<ProcessNote> process(SessionId id) {
        return Sql.of(em, "select words, written_at, version from process_note where session_id = :id")
                .with("id", id.value())
                .first(row -> new ProcessNote(row.text(0), row.instant(1), row.number(2)));
    }

    /** Begins a note; refuses {@code changed-meanwhile} where there is one. */
    void begin(SessionId id, String words, Caller caller) {
        try {
            Sql.of(em, """
                            insert into process_note (session_id, case_id, organisation_id, author_id, words, written_at)
                            select s.session_id, s.case_id, s.organisation_id, :author, :words, :now
                              from counselling_session s where s.session_id = :id and s.counsellor_id = :author
                            """)
                    .with("author", caller.worker().value())
                    .with("words", words)
                    .with("now", caller.now())
                    .with("id", id.value())
                    .run();
        } catch (Failed failed) {
            throw THERE_ALREADY.equals(failed.state()) ? Refusal.stale("changed-meanwhile") : failed;
        }
    }

    /** Writes it anew; answers whether it was still that version. */
    boolean rewrite(SessionId id, String words, int version, Caller caller) {
        return Sql.of(em, """
                        update process_note set words = :words, written_at = :now, version = version + 1
                         where session_id = :id and version = :version
                        """)
                        .with("words", words)
                        .with("now", caller.now())
                        .with("id", id.value())
                        .with("version", version)
                        .change()
                == 1;
    }

    List<ClinicalEntry> record(SessionId id) {
        return Sql.of(em, """
                        select r.words, w.name, r.written_at from clinical_record r join worker w on w.worker_id = r.author_id
                         where r.session_id = :id order by r.written_at, r.record_id
                        """)
                .with("id", id.value())
                .rows(row -> new ClinicalEntry(row.text(0), row.text(1), row.instant(2)));
    }

    void add(UUID entry, SessionId id, String words, Caller caller) {
        Sql.of(em, """
                        insert into clinical_record (record_id, session_id, case_id, organisation_id, author_id, words, written_at)
                        select :entry, s.session_id, s.case_id, s.organisation_id, :author, :words, :now
                          from counselling_session s where s.session_id = :id and s.counsellor_id = :author
                        """)
                .with("entry", entry)
                .with("author", caller.worker().value())
                .with("words", words)
                .with("now", caller.now())
                .with("id", id.value())
                .run();
    }

    /** In the place of what she agreed to before. */
    void summarise(UUID summary, SessionId id, NewSummary written, Caller caller) {
        takeBack(id, caller);
        Sql.of(em, """
                        insert into session_summary (summary_id, session_id, case_id, organisation_id, author_id, words, agreed_on, written_at, for_lead)
                        select :summary, s.session_id, s.case_id, s.organisation_id, :author, :words, :agreed, :now, :lead
                          from counselling_session s where s.session_id = :id and s.counsellor_id = :author
                        """)
                .with("summary", summary)
                .with("author", caller.worker().value())
                .with("words", written.words().strip())
                .with("agreed", written.agreedOn())
                .with("lead", Boolean.TRUE.equals(written.forLead()))
                .with("now", caller.now())
                .with("id", id.value())
                .run();
    }

    /** She agrees no more, for whoever read it by her counsellor's word; for who leads, where it is who leads whom she told. Answers whether there was one. */
    boolean takeBack(SessionId id, Caller caller) {
        return takenBack("session_summary", id, caller) || takenBack("summary_for_lead", id, caller);
    }

    private boolean takenBack(String summaries, SessionId id, Caller caller) {
        return Sql.of(
                                em,
                                "update " + summaries
                                        + " set taken_back_at = :now where session_id = :id and taken_back_at is null")
                        .with("now", caller.now())
                        .with("id", id.value())
                        .change()
                == 1;
    }

    /** Of whom it is, where it is a session of which who leads may read what she agreed to. */
    Optional<CaseId> forLead(SessionId id) {
        return Sql.of(em, "select case_id from summary_for_lead where session_id = :id and taken_back_at is null")
                .with("id", id.value())
                .first(row -> new CaseId(row.uuid(0)));
    }
}
