package org.alongside.healthcare;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Depth;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.healthcare.CareEvent.CareSettled;
import org.alongside.healthcare.CareEvent.CareUrgent;
import org.alongside.healthcare.HealthRecords.Entry;
import org.alongside.healthcare.HealthView.HealthMay;
import org.alongside.healthcare.HealthWindows.HealthWindow;
import org.alongside.healthcare.NewCare.AppointmentTurn;
import org.alongside.healthcare.NewCare.NewAppointment;
import org.alongside.healthcare.NewCare.NewCareEnd;
import org.alongside.healthcare.NewCare.NewDailyHealth;
import org.alongside.healthcare.NewCare.NewExposure;
import org.alongside.healthcare.NewCare.NewForensicAgreement;
import org.alongside.healthcare.NewCare.NewHealthFinding;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.shared.UrgentCareId;

/** The door to her health: read what is one's own to know, note what was found, appointments, what others must know, what cannot wait. */
@Stateless
@PermitAll
public class HealthService {
    private static final String FORENSIC = "FORENSIC";
    private static final String PLANNED = "PLANNED";
    private static final String LIMIT = "LIMIT";
    private static final Set<String> BEEN = Set.of("KEPT", "MISSED");
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** The list of each kind of what others must know. */
    private static final Map<String, String> LISTS = Map.of(
            "ALLERGY",
            "allergy",
            "MEDICINE",
            "medicine_kept",
            "PRECAUTION",
            "infection_precaution",
            LIMIT,
            "functional_limit");

    @Inject
    CallerContext callers;

    @Inject
    Files files;

    @Inject
    HealthRecords records;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    Once once;

    @Inject
    Instance<HealthWindows> windows;

    @Inject
    Event<CareEvent> events;

    /** Her health, by as much as is the caller's to know; refuses {@code health-not-open} where that is nothing. */
    @Requires(Permission.READ_HEALTH)
    public HealthView of(CaseId caseId) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        boolean ofIts = open.depth(Category.HEALTH).reaches(Depth.EXISTENCE)
                && (caller.has(Role.HLT) || caller.has(Role.SUP) && open.leads());
        if (!open.minimum(Category.HEALTH) && !ofIts) {
            throw Refusal.notAllowed("health-not-open");
        }
        return new HealthView(
                caseId,
                may(caller, open),
                records.findings(caseId),
                records.agreement(caseId, caller),
                records.appointments(caseId),
                records.daily(caseId, caller),
                records.urgent(caseId));
    }

    /**
     * Notes what was found. Refuses INVALID with every reason by field.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_HEALTH)
    public void find(CaseId caseId, NewHealthFinding found, String key) {
        Caller caller = writer(caseId);
        Check check = Fields.of(found, codes);
        check.that(
                found.foundOn() == null || !found.foundOn().isAfter(workers.today(caller)), "foundOn", "in-the-future");
        check.orRefuse();
        make(key, "HEALTH_FINDING " + caseId, found, caller, id -> records.add(id, caseId, found, caller));
    }

    /** What was found is over. */
    @Requires(Permission.WRITE_HEALTH)
    public void overcome(CaseId caseId, UUID finding) {
        records.end(caseId, finding, Entry.FINDING, writer(caseId));
    }

    /** A forensic examination is agreed to, by itself. Refuses {@code forensic-agreed-already}, {@code child-not-alone}. */
    @Requires(Permission.WRITE_HEALTH)
    public void agree(CaseId caseId, NewForensicAgreement agreed, String key) {
        Caller caller = writer(caseId);
        Fields.require(agreed, codes);
        make(key, "FORENSIC_AGREEMENT " + caseId, agreed, caller, id -> records.agree(id, caseId, agreed, caller));
    }

    /** It is taken back; what was planned under it is off. */
    @Requires(Permission.WRITE_HEALTH)
    public void withdraw(CaseId caseId, UUID agreement) {
        records.end(caseId, agreement, Entry.AGREEMENT, writer(caseId));
    }

    /**
     * She is expected by somebody who treats her, and has agreed to it. Refuses {@code forensic-not-agreed} where that is for a forensic
     * examination to which she did not agree by itself.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.ARRANGE_HEALTH)
    public void plan(CaseId caseId, NewAppointment planned, String key) {
        Caller caller = arranger(caseId);
        Check check = Fields.of(planned, codes);
        check.that(
                planned.appointmentAt() == null || planned.appointmentAt().isAfter(caller.now()),
                "appointmentAt",
                "in-the-past");
        check.that(
                planned.need() == null || files.found(caller, caseId).writes(Category.HEALTH),
                "need",
                "not-yours-to-know");
        check.orRefuse();
        if (FORENSIC.equals(planned.need()) && records.agreement(caseId, caller).isEmpty()) {
            throw Refusal.wrongState("forensic-not-agreed");
        }
        make(key, "HEALTH_APPOINTMENT " + caseId, planned, caller, id -> records.add(id, caseId, planned, caller));
    }

    /** What became of an appointment. Refuses {@code appointment-over}, and {@code not-yet} to say that it was kept before it is there. */
    @Requires(Permission.ARRANGE_HEALTH)
    public void turn(CaseId caseId, UUID appointment, AppointmentTurn turn) {
        Caller caller = arranger(caseId);
        Check check = Fields.of(turn, codes);
        boolean moves = turn.appointmentAt() != null && PLANNED.equals(turn.state());
        check.that(!moves || turn.appointmentAt().isAfter(caller.now()), "appointmentAt", "in-the-past");
        check.orRefuse();
        HealthRecords.Held held = records.hold(caseId, appointment);
        if (!PLANNED.equals(held.state())) {
            throw Refusal.wrongState("appointment-over");
        }
        if (BEEN.contains(turn.state()) && held.appointmentAt().isAfter(caller.now())) {
            throw Refusal.wrongState("appointment-not-yet");
        }
        if (PLANNED.equals(turn.state()) && !moves && !held.appointmentAt().isAfter(caller.now())) {
            throw Refusal.wrongState("appointment-past");
        }
        records.turn(appointment, turn, moves ? turn.appointmentAt() : held.appointmentAt(), caller);
    }

    /** Notes what others must know to look after her, of a kind that the caller needs. */
    @Requires(Permission.NOTE_DAILY_HEALTH)
    public void note(CaseId caseId, NewDailyHealth known, String key) {
        Caller caller = callers.caller();
        Check check = Fields.of(known, codes);
        List<String> times = known.times() == null ? List.of() : known.times();
        boolean medicine = "MEDICINE".equals(known.kind());
        String list = LISTS.get(Optional.ofNullable(known.kind()).orElse(""));
        check.that(list == null || known.what() == null || codes.in(list).test(known.what()), "what", "unknown-code");
        check.that(medicine || times.isEmpty(), "times", "only-with-medicine");
        check.that(!medicine || !times.isEmpty(), "times", "missing");
        check.that(times.size() <= 12, "times", "too-many", 12);
        check.that(
                times.stream().allMatch(one -> one != null && HOUR.matcher(one).matches()), "times", "not-an-hour");
        check.that(!medicine || known.words() == null || known.words().isBlank(), "words", "no-words-with-medicine");
        check.orRefuse();
        if (!may(caller, files.found(caller, caseId)).daily().contains(known.kind())) {
            throw Refusal.notAllowed("not-yours-to-write", Category.HEALTH.name());
        }
        make(key, "HEALTH_DAILY " + caseId, known, caller, id -> records.add(id, caseId, known, caller));
    }

    /** It holds no more; said by the house that noted it. */
    @Requires(Permission.NOTE_DAILY_HEALTH)
    public void forget(CaseId caseId, UUID daily) {
        records.end(caseId, daily, Entry.DAILY, callers.caller());
    }

    /**
     * Something happened after which care cannot wait: for each of the kinds a clock begins that ends when it would be too late. Refuses
     * {@code window-over} where it is, {@code exposure-recorded-already}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.ARRANGE_HEALTH)
    public void expose(CaseId caseId, NewExposure exposure, String key) {
        Caller caller = arranger(caseId);
        Check check = Fields.of(exposure, codes);
        check.that(exposure.kinds() == null || !exposure.kinds().isEmpty(), "kinds", "missing");
        check.that(
                exposure.exposedAt() == null || !exposure.exposedAt().isAfter(caller.now()),
                "exposedAt",
                "in-the-future");
        check.orRefuse();
        Map<String, HealthWindow> open = new LinkedHashMap<>();
        for (int at = 0; at < exposure.kinds().size(); at++) {
            String kind = exposure.kinds().get(at);
            HealthWindow window = windows.get().of(kind);
            check.that(
                    exposure.exposedAt().plus(window.careWithin()).isAfter(caller.now()), "kinds." + at, "window-over");
            check.that(open.put(kind, window) == null, "kinds." + at, "chosen-twice");
        }
        check.orRefuse();
        if (once.perform(key, "HEALTH_EXPOSURE " + caseId, exposure, UUID.randomUUID(), caller)
                .isEmpty()) {
            OrganisationId lead = records.asked(caseId);
            open.forEach((kind, window) -> begin(caseId, kind, exposure.exposedAt(), window, lead, caller.now()));
        }
    }

    private void begin(
            CaseId caseId, String kind, Instant exposed, HealthWindow window, OrganisationId lead, Instant now) {
        UrgentCareId id = UrgentCareId.random();
        Instant careBy = exposed.plus(window.careWithin());
        Instant asked = now.plus(window.supervisorAfter());
        Instant supervisorAt = asked.isBefore(careBy) ? asked : careBy;
        records.begin(id, caseId, kind, exposed, careBy, supervisorAt);
        events.fire(new CareUrgent(id, lead, supervisorAt, careBy));
    }

    /** She had care, or does not want it, or needs none: nobody is asked any more. Refuses {@code ended-already}. */
    @Requires(Permission.ARRANGE_HEALTH)
    public void settle(CaseId caseId, UrgentCareId urgent, NewCareEnd end) {
        arranger(caseId);
        Fields.require(end, codes);
        if (!records.isOf(caseId, urgent)) {
            throw Refusal.notThere();
        }
        if (!records.settle(urgent, end)) {
            throw Refusal.wrongState("ended-already");
        }
        events.fire(new CareSettled(urgent));
    }

    private static HealthMay may(Caller caller, Openness open) {
        boolean writes = open.writes(Category.HEALTH);
        boolean leads = leads(caller, open);
        boolean house = open.minimum(Category.HEALTH) && (caller.has(Role.SHS) || caller.has(Role.SHM));
        List<String> daily = LISTS.keySet().stream()
                .filter(kind -> writes || (LIMIT.equals(kind) ? leads : house))
                .sorted()
                .toList();
        return new HealthMay(writes, writes || leads, daily, writes || open.full(Category.HEALTH));
    }

    private static boolean leads(Caller caller, Openness open) {
        return caller.has(Role.CW) && open.leads() && open.minimum(Category.HEALTH);
    }

    private Caller writer(CaseId caseId) {
        Caller caller = callers.caller();
        return permitted(caller, files.found(caller, caseId).writes(Category.HEALTH));
    }

    private Caller arranger(CaseId caseId) {
        Caller caller = callers.caller();
        Openness open = files.found(caller, caseId);
        return permitted(caller, open.writes(Category.HEALTH) || leads(caller, open));
    }

    private static Caller permitted(Caller caller, boolean may) {
        if (!may) {
            throw Refusal.notAllowed("not-yours-to-write", Category.HEALTH.name());
        }
        return caller;
    }

    private void make(String key, String action, Record body, Caller caller, Consumer<UUID> adding) {
        UUID id = UUID.randomUUID();
        if (once.perform(key, action, body, id, caller).isEmpty()) {
            adding.accept(id);
        }
    }
}
