package org.alongside.casefile;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Grants;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseEvent.CaseOpened;
import org.alongside.casefile.CaseEvent.ChildAuthorityNotified;
import org.alongside.casefile.NewCase.Name;
import org.alongside.casefile.NewCase.SafeContact;
import org.alongside.code.Codes;
import org.alongside.code.Settings;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.Sql;
import org.alongside.shared.TeamId;

/** The door to files: open one, list them, read as far as it is open, change what may be changed. */
@Stateless
@PermitAll
public class CaseService {
    @PersistenceContext
    EntityManager em;

    @Inject
    CallerContext callers;

    @Inject
    CaseRecords records;

    @Inject
    CaseReader reader;

    @Inject
    CaseLists lists;

    @Inject
    NameIndex names;

    @Inject
    Files files;

    @Inject
    Grants grants;

    @Inject
    Printing printing;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<CaseEvent> events;

    /**
     * Opens a file with consent; the caller leads it.
     *
     * @param key makes the call repeatable: the same key and intake answer the same case; null: no repeating
     * @return the case; refuses INVALID with every reason by field
     */
    @Requires(Permission.OPEN_CASE)
    public CaseId open(NewCase intake, String key) {
        Caller caller = callers.caller();
        Instant now = caller.now();
        new IntakeRules(codes).check(intake, now);
        CaseId caseId = CaseId.random();
        return once.perform(key, "OPEN_CASE", intake, caseId.value(), caller)
                .map(CaseId::new)
                .orElseGet(() -> {
                    boolean child = intake.age().child(now);
                    em.persist(CaseFile.open(caseId, CaseCode.next(), intake, caller, teamOf(caller), child));
                    grants.openLead(caseId);
                    records.write(caseId, intake, caller);
                    events.fire(new CaseOpened(
                            caseId,
                            caller.organisation(),
                            child,
                            intake.safety().inDanger(),
                            now));
                    return caseId;
                });
    }

    /** What would stand against opening a file with that intake as it is now; none: it can be opened. Nothing is written. */
    @Requires(Permission.OPEN_CASE)
    public List<Reason> check(NewCase intake) {
        return new IntakeRules(codes).objections(intake, callers.caller().now());
    }

    /**
     * Keeps a contact without identity, where consent to a file was refused; gone after 30 days.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.RECORD_CONTACT)
    public UUID recordAnonymousContact(AnonymousContact contact, String key) {
        new Check()
                .code(contact.language(), "language", codes.in("language"))
                .codes(contact.needs(), "needs", codes.in("need"))
                .orRefuse();
        Caller caller = callers.caller();
        UUID id = UUID.randomUUID();
        return once.perform(key, "RECORD_CONTACT", contact, id, caller).orElseGet(() -> {
            keep(contact, id, caller);
            return id;
        });
    }

    private void keep(AnonymousContact contact, UUID id, Caller caller) {
        Sql.of(em, """
                        insert into anonymous_contact (contact_id, organisation_id, worker_id, met_at, in_danger, language, needs, purge_after)
                        values (:id, :organisation, :worker, :now, :danger, :language,
                                :needs, :purge)
                        """)
                .with("id", id)
                .with("organisation", caller.organisation().value())
                .with("worker", caller.worker().value())
                .with("now", caller.now())
                .with("danger", contact.inDanger())
                .with("language", contact.language())
                .with("needs", contact.needs())
                .with("purge", caller.now().plus(settings.of("anonymous-contact-kept")))
                .change();
    }

    /** The cases open to the caller that fit the choice, by next due date, at most {@code limit} (100) a page. */
    @Requires(Permission.LIST_CASES)
    public Page<CaseRow> list(CaseQuery query) {
        new FilterRules(codes, em).check(query.filter()).orRefuse();
        return lists.list(callers.caller(), query);
    }

    /** The file as far as it is open to the caller. */
    @Requires(Permission.READ_CASE)
    public CaseView file(CaseId caseId) {
        Caller caller = callers.caller();
        return reader.view(caller, caseId, files.found(caller, caseId));
    }

    /** The same for paper; what of it is printed is audited by kind of information. */
    @Requires(Permission.PRINT_CASE)
    public Printed<CaseView> print(CaseId caseId) {
        CaseView file = file(caseId);
        return printing.marked(file, file.categories());
    }

    /** Changes the name she uses and her legal name; refuses stale with the fields that changed since {@code version}. */
    @Requires(Permission.CHANGE_IDENTITY)
    public void changeName(CaseId caseId, Name name, int version) {
        new IntakeRules(codes).check(name);
        CaseView before = file(caseId);
        CaseView.Who who = before.who().orElseThrow(Refusal::notThere);
        CaseView.Identity identity = before.identity().orElseThrow(Refusal::notThere);
        List<String> changed = new ArrayList<>();
        note(changed, "preferred", who.preferredName(), name.preferred());
        note(changed, "given", identity.given(), name.given());
        note(changed, "family", identity.family(), name.family());
        refuseIfStale(caseId, "name", version, who.version());
        int touched = Sql.of(em, """
                        update identity_minimum set preferred_name = :name, version = version + 1
                         where case_id = :case and version = :version
                        """)
                .with("name", name.preferred().strip())
                .with("case", caseId.value())
                .with("version", version)
                .change();
        if (touched == 0) {
            throw stale(caseId, "name", version);
        }
        Sql.of(
                        em,
                        "update identity set given_name = :given, family_name = :family, version = version + 1 where case_id = :case")
                .with("given", CaseRecords.stripped(name.given()))
                .with("family", CaseRecords.stripped(name.family()))
                .with("case", caseId.value())
                .change();
        names.write(caseId, name);
        records.keepChange(caseId, "name", version + 1, changed, callers.caller());
    }

    /** Changes how to reach her safely; refuses stale with the fields that changed since {@code version}. */
    @Requires(Permission.CHANGE_CONTACT)
    public void changeContact(CaseId caseId, SafeContact contact, int version) {
        new IntakeRules(codes).check(contact);
        CaseView.SafeContact before = file(caseId).contact().orElseThrow(Refusal::notThere);
        List<String> changed = new ArrayList<>();
        note(changed, "channel", before.channel(), contact.channel());
        note(changed, "value", before.value(), contact.value());
        note(changed, "safeHours", before.safeHours(), contact.safeHours());
        note(changed, "leaveMessage", before.leaveMessage(), contact.leaveMessage());
        note(changed, "coverStory", before.coverStory(), contact.coverStory());
        note(changed, "never", before.never(), contact.never());
        refuseIfStale(caseId, "contact", version, before.version());
        int touched = Sql.of(em, """
                        update contact set channel = :channel, value = :value, safe_hours = :hours, leave_message = :leave,
                               cover_story = :cover, never = :never, version = version + 1
                         where case_id = :case and version = :version
                        """)
                .with("channel", contact.channel())
                .with("value", CaseRecords.stripped(contact.value()))
                .with("hours", CaseRecords.stripped(contact.safeHours()))
                .with("leave", contact.leaveMessage())
                .with("cover", CaseRecords.stripped(contact.coverStory()))
                .with("never", CaseRecords.stripped(contact.never()))
                .with("case", caseId.value())
                .with("version", version)
                .change();
        if (touched == 0) {
            throw stale(caseId, "contact", version);
        }
        records.keepChange(caseId, "contact", version + 1, changed, callers.caller());
    }

    /** Records that the child authority was told; before it, a child's case is sent to emergency shelter and care only. */
    @Requires(Permission.NOTIFY_CHILD_AUTHORITY)
    public void notifyChildAuthority(CaseId caseId, ChildNotification notification) {
        Caller caller = callers.caller();
        new Check()
                .text(notification.authority(), "authority", 120)
                .optionalText(notification.reference(), "reference", 80)
                .that(notification.notifiedAt() != null, "notifiedAt", "missing")
                .that(
                        notification.notifiedAt() == null
                                || !notification.notifiedAt().isAfter(caller.now()),
                        "notifiedAt",
                        "in-the-future")
                .orRefuse();
        CaseView before = file(caseId);
        if (before.who().stream().noneMatch(CaseView.Who::child)) {
            throw Refusal.wrongState("only-for-a-child");
        }
        if (before.childNotification().isPresent()) {
            throw Refusal.wrongState("already-notified");
        }
        Sql.of(em, """
                        insert into child_notification (case_id, authority, reference, notified_at, recorded_at, recorded_by)
                        values (:case, :authority, :reference, :notified, :now, :worker)
                        """)
                .with("case", caseId.value())
                .with("authority", notification.authority().strip())
                .with("reference", CaseRecords.stripped(notification.reference()))
                .with("notified", notification.notifiedAt())
                .with("now", caller.now())
                .with("worker", caller.worker().value())
                .change();
        events.fire(new ChildAuthorityNotified(caseId, caller.now()));
    }

    private void refuseIfStale(CaseId caseId, String record, int expected, int actual) {
        if (expected != actual) {
            throw stale(caseId, record, expected);
        }
    }

    private Refusal stale(CaseId caseId, String record, int expected) {
        return Refusal.stale(
                "changed-fields", records.changedSince(caseId, record, expected).toArray());
    }

    private static void note(List<String> changed, String field, String before, String after) {
        if (!Objects.equals(before, CaseRecords.stripped(after))) {
            changed.add(field);
        }
    }

    private TeamId teamOf(Caller caller) {
        return Sql.of(em, """
                        select m.team_id from team_member m join team t using (team_id)
                         where m.worker_id = :worker and t.organisation_id = :organisation
                           and m.from_at <= :now and (m.until_at is null or m.until_at > :now)
                         order by m.supervises, m.from_at limit 1
                        """)
                .with("worker", caller.worker().value())
                .with("organisation", caller.organisation().value())
                .with("now", caller.now())
                .first(row -> new TeamId(row.uuid(0)))
                .orElseThrow(() -> Refusal.notAllowed("no-team"));
    }

    /** Which cases, where to go on in their list, and how many rows. */
    public record CaseQuery(CaseFilter filter, String cursor, int limit) {}

    /** A meeting with somebody who wants no file: nothing that identifies. */
    public record AnonymousContact(boolean inDanger, String language, List<String> needs) {
        public AnonymousContact {
            needs = NewCase.orNone(needs);
        }
    }

    /** That, when and how the child authority was told. */
    public record ChildNotification(String authority, String reference, Instant notifiedAt) {}
}
