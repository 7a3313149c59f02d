package org.alongside.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.Category;
import org.alongside.casefile.NewTelling;
import org.alongside.casefile.Tellings;
import org.alongside.casefile.Told;
import org.alongside.disclosure.DisclosureView.DeskWord;
import org.alongside.disclosure.DisclosureView.MadeDisclosure;
import org.alongside.disclosure.DisclosureView.Notified;
import org.alongside.disclosure.DisclosureView.RefusedDisclosure;
import org.alongside.shared.CaseId;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.HandoverId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.Sql.Row;
import org.alongside.shared.WorkerId;

/** The collection of disclosures without consent; the database writes them by its own functions, and shows each reader theirs. */
@ApplicationScoped
class Disclosures {
    private static final String READ = """
            select d.disclosure_id, d.case_id, d.case_code, d.exception, d.organisation_id, coalesce(o.name, d.body),
                   array_to_string(d.categories, ','), d.words, d.order_reference, d.overriding, d.guardian_view, d.guardian_words,
                   d.telling, d.proposed_at, d.proposed_by, p.name, array_to_string(d.desks, ','), d.taken_back_at, d.refused_at, r.name,
                   d.refused_words, d.disclosed_at, d.way, d.receipt, m.name, d.told_at, d.told_whom, d.told_channel, d.not_told_why,
                   d.look_again_at, disclosure_standing(d.disclosure_id) = 'LEAD', disclosure_desk(d.case_id, disclosure_turn(d.disclosure_id)),
                   i.child, n.disclosure_id, n.first_contact, n.sex, n.age_band, array_to_string(n.exploitation, ','), n.number
              from disclosure d
              left join organisation o on o.organisation_id = d.organisation_id
              join worker p on p.worker_id = d.proposed_by
              left join worker r on r.worker_id = d.refused_by
              left join worker m on m.worker_id = d.recorded_by
              left join identity_minimum i on i.case_id = d.case_id
              left join notification n on n.disclosure_id = d.disclosure_id
            """;

    private static final String KEPT_BACK = "AL035";
    private static final String NO_CHILD = "AL036";
    private static final String ORDER_OVER = "AL244";

    @PersistenceContext
    EntityManager em;

    /** A disclosure with what its reader may know, and whose it is. */
    record Known(DisclosureView view, CaseId caseId, WorkerId proposedBy) {}

    private record Agreed(Instant at, String byName, WorkerId by) {}

    /** How a disclosure is the caller's; empty where it is not theirs or not there. */
    Optional<String> standing(DisclosureId id) {
        return Sql.of(em, "select disclosure_standing(:id)")
                .with("id", id.value())
                .first(row -> Optional.ofNullable(row.text(0)))
                .orElse(Optional.empty());
    }

    CaseId caseOf(DisclosureId id) {
        return Sql.of(em, "select case_id from disclosure where disclosure_id = :id")
                .with("id", id.value())
                .first(row -> new CaseId(row.uuid(0)))
                .orElseThrow(Refusal::notThere);
    }

    Known require(DisclosureId id, Caller caller) {
        return read(READ + " where d.disclosure_id = :id", id.value(), caller).stream()
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** Of a case, the newest first, at most 100. */
    List<DisclosureView> of(CaseId caseId, Caller caller) {
        return read(
                        READ + " where d.case_id = :id order by d.proposed_at desc, d.disclosure_id limit 100",
                        caseId.value(),
                        caller)
                .stream()
                .map(Known::view)
                .toList();
    }

    private List<Known> read(String sql, UUID id, Caller caller) {
        Map<UUID, Map<String, Agreed>> agreed = agreements(id);
        return Sql.of(em, sql)
                .with("id", id)
                .rows(row -> known(row, agreed.getOrDefault(row.uuid(0), Map.of()), caller));
    }

    private Map<UUID, Map<String, Agreed>> agreements(UUID id) {
        Map<UUID, Map<String, Agreed>> agreed = new LinkedHashMap<>();
        Sql.of(em, """
                        select a.disclosure_id, a.desk, a.agreed_at, w.name, w.worker_id
                          from disclosure d join disclosure_agreement a using (disclosure_id) join worker w on w.worker_id = a.agreed_by
                         where d.disclosure_id = :id or d.case_id = :id
                        """).with("id", id).rows(row -> agreed.computeIfAbsent(row.uuid(0), any -> new LinkedHashMap<>())
                .put(row.text(1), new Agreed(row.instant(2), row.text(3), new WorkerId(row.uuid(4)))));
        return agreed;
    }

    List<DisclosureRules.Ground> exceptions() {
        return Sql.of(em, """
                        select k.exception, array_to_string(k.desks, ','), k.telling, k.child_only, k.needs_order, k.asks_guardian,
                               array_to_string(k.categories, ',')
                          from disclosure_rule k join code c on c.list = 'disclosure_exception' and c.code = k.exception
                         where not k.by_itself order by c.position
                        """)
                .rows(row -> new DisclosureRules.Ground(
                        row.text(0),
                        row.codes(1),
                        row.text(2),
                        row.yes(3),
                        row.yes(4),
                        row.yes(5),
                        Category.ofCodes(row.codes(6))));
    }

    /** Whether a body of that name is a partner here, however it is written. */
    boolean namesPartner(String body) {
        return Sql.of(em, "select names_partner(:body)")
                .with("body", body)
                .first(row -> row.yes(0))
                .orElse(false);
    }

    /** The organisations in which somebody else can agree at that desk. */
    List<OrganisationId> askable(CaseId caseId, String desk) {
        return Sql.of(em, "select k from disclosure_askable(:case, :desk) k order by k")
                .with("case", caseId.value())
                .with("desk", desk)
                .rows(row -> new OrganisationId(row.uuid(0)));
    }

    /** The organisations in which somebody can agree as the next one. */
    List<OrganisationId> askedNext(DisclosureId id) {
        return Sql.of(em, "select k from disclosure_asked_next(:id) k order by k")
                .with("id", id.value())
                .rows(row -> new OrganisationId(row.uuid(0)));
    }

    void propose(DisclosureId id, CaseId caseId, NewDisclosure asked) {
        Sql.of(em, """
                        select cast(disclosure_propose(:id, :case, :exception, :recipient, :body, cast(:categories as smallint[]), :words,
                                                       :order, :overriding, :view, :said) as text)
                        """)
                .with("id", id.value())
                .with("case", caseId.value())
                .with("exception", asked.exception())
                .with(
                        "recipient",
                        asked.recipient() == null ? null : asked.recipient().value())
                .with("body", stripped(asked.body()))
                .with("categories", Category.codes(asked.categories()))
                .with("words", asked.words().strip())
                .with("order", stripped(asked.orderReference()))
                .with("overriding", stripped(asked.overriding()))
                .with("view", asked.guardianView())
                .with("said", stripped(asked.guardianWords()))
                .run();
    }

    /** Agrees or refuses; answers the desk that is asked next, if one is. */
    Optional<String> decide(DisclosureId id, NewDecision decision) {
        try {
            return Sql.of(em, "select disclosure_decide(:id, :agree, :words)")
                    .with("id", id.value())
                    .with("agree", decision.agrees())
                    .with("words", decision.agrees() ? null : decision.words().strip())
                    .first(row -> Optional.ofNullable(row.text(0)))
                    .orElse(Optional.empty());
        } catch (Sql.Failed failed) {
            if (KEPT_BACK.equals(failed.state())) {
                throw Refusal.wrongState("disclosure-kept-back-since");
            }
            if (NO_CHILD.equals(failed.state())) {
                throw Refusal.wrongState("only-for-a-child");
            }
            throw orderOver(failed);
        }
    }

    private static RuntimeException orderOver(Sql.Failed failed) {
        return ORDER_OVER.equals(failed.state()) ? Refusal.wrongState("order-over") : failed;
    }

    /** Notifies the authority, by whoever agreed last; the database asks once more whether she still refuses. */
    void makeByItself(DisclosureId id) {
        Sql.of(em, "select cast(notification_make(:id) as text)")
                .with("id", id.value())
                .run();
    }

    /** Whose turn it is to agree to what waited when the lead of a case moved, where they work now. */
    List<Waiting> waiting(HandoverId moved) {
        Map<DisclosureId, Waiting> waiting = new LinkedHashMap<>();
        Sql.of(em, "select disclosure_id, desk, organisation_id from disclosure_asked_anew(:id)")
                .with("id", moved.value())
                .rows(row -> waiting.computeIfAbsent(
                                new DisclosureId(row.uuid(0)), id -> new Waiting(id, row.text(1), new ArrayList<>()))
                        .houses()
                        .add(new OrganisationId(row.uuid(2))));
        return List.copyOf(waiting.values());
    }

    /** One that waits for a desk, and the organisations in which somebody can agree at it. */
    record Waiting(DisclosureId id, String desk, List<OrganisationId> houses) {}

    void takeBack(DisclosureId id) {
        Sql.of(em, "select cast(disclosure_take_back(:id) as text)")
                .with("id", id.value())
                .run();
    }

    void record(DisclosureId id, NewRecord made, Instant at) {
        try {
            Sql.of(em, "select cast(disclosure_record(:id, :at, :way, :receipt) as text)")
                    .with("id", id.value())
                    .with("at", at)
                    .with("way", made.way())
                    .with("receipt", stripped(made.receipt()))
                    .run();
        } catch (Sql.Failed failed) {
            throw orderOver(failed);
        }
    }

    void tell(DisclosureId id, NewTelling telling, Instant lookAgainAt) {
        Tellings.into(
                        Sql.of(
                                em,
                                "select cast(disclosure_tell(:id, :at, :whom, :relation, :channel, :why, :again) as text)"),
                        telling,
                        lookAgainAt)
                .with("id", id.value())
                .run();
    }

    private static Known known(Row row, Map<String, Agreed> agreed, Caller caller) {
        List<DeskWord> desks = new ArrayList<>();
        row.codes(16).forEach(desk -> {
            Optional<Agreed> one = Optional.ofNullable(agreed.get(desk));
            desks.add(new DeskWord(desk, one.map(Agreed::at), one.map(Agreed::byName)));
        });
        CaseId caseId = new CaseId(row.uuid(1));
        WorkerId proposedBy = new WorkerId(row.uuid(14));
        DisclosureState state = state(row, desks);
        boolean before = proposedBy.equals(caller.worker())
                || agreed.values().stream().anyMatch(one -> one.by().equals(caller.worker()));
        DisclosureView view = new DisclosureView(
                new DisclosureId(row.uuid(0)),
                row.yes(30) ? Optional.of(caseId) : Optional.empty(),
                row.text(2),
                row.text(3),
                state,
                Optional.ofNullable(row.uuid(4)).map(OrganisationId::new),
                row.text(5),
                Category.ofCodes(row.codes(6)),
                row.text(7),
                Optional.ofNullable(row.text(8)),
                Optional.ofNullable(row.text(9)),
                Optional.ofNullable(row.text(10)),
                Optional.ofNullable(row.text(11)),
                row.text(12),
                row.instant(13),
                row.text(15),
                desks,
                state == DisclosureState.PROPOSED && row.yes(31) && !before,
                row.when(18).map(at -> new RefusedDisclosure(at, row.text(19), row.text(20))),
                row.when(21)
                        .map(at ->
                                new MadeDisclosure(at, row.text(22), Optional.ofNullable(row.text(23)), row.text(24))),
                new Told(
                        row.when(25),
                        Optional.ofNullable(row.text(26)),
                        Optional.ofNullable(row.text(27)),
                        Optional.ofNullable(row.text(28)),
                        row.when(29)),
                row.yes(32),
                row.has(33)
                        ? Optional.of(new Notified(NotifiedFacts.of(row, 34), Optional.ofNullable(row.text(38))))
                        : Optional.empty());
        return new Known(view, caseId, proposedBy);
    }

    private static DisclosureState state(Row row, List<DeskWord> desks) {
        if (row.has(17)) {
            return DisclosureState.TAKEN_BACK;
        }
        if (row.has(18)) {
            return DisclosureState.REFUSED;
        }
        if (row.has(21)) {
            return DisclosureState.DISCLOSED;
        }
        return desks.stream().allMatch(desk -> desk.agreedAt().isPresent())
                ? DisclosureState.AGREED
                : DisclosureState.PROPOSED;
    }

    /** What stands against it under its court order (V231); empty: nothing. */
    Optional<String> orderObjects(CaseId caseId, NewDisclosure asked) {
        return Sql.of(em, "select court_order_objects(:case, :reference, cast(:categories as smallint[]))")
                .with("case", caseId.value())
                .with("reference", asked.orderReference())
                .with("categories", Category.codes(asked.categories()))
                .first(row -> Optional.ofNullable(row.text(0)))
                .orElse(Optional.empty());
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
