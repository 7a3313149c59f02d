package org.alongside.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.shared.CaseId;
import org.alongside.shared.Cursor;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;

/**
 * The events that a data protection officer may read, newest first: what their own people did, and what others did or were
 * refused to the cases that their organisation leads. Two arms, each in the order of an index; row security says the same again.
 */
@ApplicationScoped
class AuditEvents {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String KEPT = """
            e.chain_id, e.seq, e.at, e.actor_id, e.organisation_id, e.roles, e.session_id, e.action, e.case_id, e.category, e.basis,
            e.outcome, e.reason, e.hash
            """;

    private static final String CHOSEN = """
            and (cast(:action as text) is null or %1$s.action = :action)
            and (cast(:organisation as uuid) is null or %1$s.%2$s = :organisation)
            """;

    private static final String PERIOD = """
            and %1$s.at >= :from and %1$s.at < :until and (%1$s.at, %1$s.chain_id, %1$s.seq) < (:before, :chain, :number)
            """;

    private static final String NEWEST = " order by %1$s.at desc, %1$s.chain_id desc, %1$s.seq desc limit :size";

    private static final String OF_OWN_PEOPLE =
            "select " + KEPT + " from audit_event e where e.organisation_id = :house ";

    private static final String OF_PERSON =
            "select " + KEPT + " from audit_event e where e.actor_id = :person and e.organisation_id = :house ";

    /** Whom nobody knows: a token that does not hold, a person who was never one of the people of any organisation. */
    private static final String OF_STRANGERS = "select " + KEPT
            + " from audit_event e where e.action = 'SIGN_IN' and e.organisation_id = '00000000-0000-4000-9000-000000000000' ";

    private static final String OF_CASE = "select " + KEPT + " from audit_event e where e.chain_id = :case ";

    /** A page of what is told, from the end of its index; then each event of it by key. */
    private static final String EACH = """
            (select %s
               from (select c.at, c.chain_id, c.seq from audit_concern c where c.organisation_id = :house %s) c
              cross join lateral (select %s from audit_event e where e.chain_id = c.chain_id and e.seq = c.seq offset 0) e)
            """;

    private static final String BY_OTHERS = "and c.by_organisation_id <> :house ";

    private static final String ATTEMPTS = "and c.case_id = :case and c.chain_id <> :case ";

    /** What is refused as not there stands in the record of the person who tried. */
    private static final String ATTEMPTS_OF_PERSON = ATTEMPTS + "and c.chain_id = :person ";

    private static final String TOLD = """
            select e.chain_id, e.seq, e.at, o.name, case when e.organisation_id = :house then w.name end, array_to_string(e.roles, ','),
                   e.session_id, e.action,
                   audit_code(coalesce(e.case_id, (select c.case_id from audit_concern c
                                where c.organisation_id = :house and c.at = e.at and c.chain_id = e.chain_id and c.seq = e.seq))),
                   e.category, e.basis, e.outcome, e.reason, encode(e.hash, 'hex')
              from (%s) e
              join organisation o on o.organisation_id = e.organisation_id
              left join worker w on w.worker_id = e.actor_id
             order by e.at desc, e.chain_id desc, e.seq desc limit :size
            """;

    @PersistenceContext
    EntityManager em;

    /** The case of that code, as far as an officer of the caller's organisation may know of it. */
    Optional<CaseId> caseOf(String code) {
        return Sql.of(em, "select found from audit_case(:code) found where found is not null")
                .with("code", code)
                .first(row -> new CaseId(row.uuid(0)));
    }

    /** The first events after the cursor that fit; of {@code caseId} alone, if there is one. */
    List<AuditRow> list(Caller caller, AuditQuery query, CaseId caseId, ZoneId zone, String cursor, int size) {
        After after = After.read(cursor);
        return Sql.of(em, text(caller, query, caseId != null))
                .with("house", caller.organisation().value())
                .with("case", caseId == null ? null : caseId.value())
                .with("person", query.person() == null ? null : query.person().value())
                .with(
                        "organisation",
                        query.organisation() == null
                                ? null
                                : query.organisation().value())
                .with("action", query.action())
                .with("from", begins(query.from(), zone, Instant.EPOCH))
                .with(
                        "until",
                        begins(query.until() == null ? null : query.until().plusDays(1), zone, LAST))
                .with("before", after.at())
                .with("chain", after.chain())
                .with("number", after.number())
                .with("size", size)
                .rows(AuditEvents::row);
    }

    static String cursor(AuditRow last) {
        return Cursor.of(last.at(), last.chain(), last.number());
    }

    /** The statement for what is asked: of constants alone, every value is bound. */
    static String text(Caller caller, AuditQuery query, boolean ofCase) {
        boolean own = caller.organisation().equals(query.organisation());
        boolean others = query.person() == null && !own;
        boolean ours = query.organisation() == null || own;
        String outcome = query.outcome() == null ? "" : "and e.outcome = '" + outcome(query) + "' ";
        String person = query.person() == null ? "" : "and e.actor_id = :person ";
        String chosen = CHOSEN.formatted("e", "organisation_id") + outcome + person;
        if (ofCase) {
            return TOLD.formatted(arm(OF_CASE + chosen) + " union all "
                    + told(query.person() == null ? ATTEMPTS : ATTEMPTS_OF_PERSON, query));
        }
        String first = arm((query.person() == null ? OF_OWN_PEOPLE : OF_PERSON) + chosen);
        if (!others) {
            return TOLD.formatted(first);
        }
        return TOLD.formatted(
                ours
                        ? first + " union all " + arm(OF_STRANGERS + chosen) + " union all " + told(BY_OTHERS, query)
                        : told(BY_OTHERS, query));
    }

    private static String outcome(AuditQuery query) {
        return query.outcome().equals("REFUSED") ? "REFUSED" : "PERMITTED";
    }

    private static String arm(String rows) {
        return "(" + rows + PERIOD.formatted("e") + NEWEST.formatted("e") + ")";
    }

    private static String told(String which, AuditQuery query) {
        String outcome = query.outcome() == null
                ? ""
                : outcome(query).equals("REFUSED") ? "and c.refused " : "and not c.refused ";
        String page = which
                + outcome
                + CHOSEN.formatted("c", "by_organisation_id")
                + PERIOD.formatted("c")
                + NEWEST.formatted("c");
        return EACH.formatted(KEPT, page, KEPT);
    }

    private static Instant begins(LocalDate day, ZoneId zone, Instant otherwise) {
        return day == null ? otherwise : day.atStartOfDay(zone).toInstant();
    }

    private static AuditRow row(Row row) {
        return new AuditRow(
                row.uuid(0),
                row.count(1),
                row.instant(2),
                row.text(3),
                Optional.ofNullable(row.text(4)),
                Accesses.roles(row.codes(5)),
                row.text(6),
                row.text(7),
                Optional.ofNullable(row.text(8)),
                row.has(9) ? Optional.of(Category.of(row.number(9))) : Optional.empty(),
                row.codes(10),
                row.text(11),
                Optional.ofNullable(row.text(12)),
                row.text(13));
    }

    /** The last event that was read. */
    private record After(Instant at, UUID chain, long number) {
        static After read(String cursor) {
            if (cursor == null) {
                return new After(LAST, AFTER_ALL, Long.MAX_VALUE);
            }
            List<String> key = Cursor.read(cursor, 3);
            try {
                return new After(Instant.parse(key.get(0)), UUID.fromString(key.get(1)), Long.parseLong(key.get(2)));
            } catch (DateTimeParseException notOurs) {
                throw Cursor.wrong();
            } catch (IllegalArgumentException notOurs) {
                throw Cursor.wrong();
            }
        }
    }
}
