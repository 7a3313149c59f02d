package org.alongside.emergency;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.OfCases;
import org.alongside.access.Once;
import org.alongside.access.Openness;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.access.RoleMatrix;
import org.alongside.casefile.CaseCode;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.emergency.EmergencyAccesses.Askable;
import org.alongside.emergency.EmergencyAccesses.Known;
import org.alongside.emergency.EmergencyEvent.AccessAsked;
import org.alongside.emergency.EmergencyEvent.AccessOpened;
import org.alongside.emergency.EmergencyEvent.AskingTakenBack;
import org.alongside.emergency.EmergencyEvent.NothingOpened;
import org.alongside.emergency.EmergencyView.AccessRequest;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.EmergencyAccessId;
import org.alongside.shared.Refusal;

/**
 * The door to emergency access: ask, agree, refuse, end. Whether there is a case by the code that was typed shows only when it is
 * opened; until then every answer is the same.
 */
@Stateless
@PermitAll
public class EmergencyService {
    private static final String EVER = "FRMC";

    @Inject
    CallerContext callers;

    @Inject
    EmergencyAccesses accesses;

    @Inject
    Files files;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<EmergencyEvent> events;

    /** What the caller may ask for. */
    @Requires(Permission.ASK_EMERGENCY_ACCESS)
    public EmergencyRules rules() {
        Caller caller = callers.caller();
        int most = accesses.mostAsked();
        return new EmergencyRules(
                askable(caller).stream()
                        .map(Askable::category)
                        .collect(Collectors.collectingAndThen(Collectors.toSet(), Category::inOrder)),
                settings.of("emergency-access-lasts").toMinutes(),
                most,
                Math.max(0, most - accesses.askedToday()),
                settings.of("emergency-access-agreed-within").toMinutes());
    }

    /**
     * Asks. Where life is in danger it is opened at once, and else a colleague is asked to agree.
     *
     * @param key makes the call repeatable, or null
     * @return its id, with the case that was opened, for the audit
     */
    @Requires(Permission.ASK_EMERGENCY_ACCESS)
    public OfCases<EmergencyAccessId> ask(NewEmergencyAccess asked, String key) {
        Caller caller = callers.caller();
        requireNeverRefused(caller);
        String code = check(asked, caller);
        EmergencyAccessId id = EmergencyAccessId.random();
        return once.perform(key, "EMERGENCY", asked, id.value(), caller)
                .map(before -> new OfCases<>(new EmergencyAccessId(before), List.of()))
                .orElseGet(() -> ask(id, code, asked, caller));
    }

    private OfCases<EmergencyAccessId> ask(EmergencyAccessId id, String code, NewEmergencyAccess asked, Caller caller) {
        int most = accesses.mostAsked();
        Optional<CaseId> opened = accesses.ask(id, code, asked, most);
        if (!asked.lifeInDanger()) {
            events.fire(new AccessAsked(
                    id, caller.organisation(), caller.now().plus(settings.of("emergency-access-agreed-within"))));
        }
        opened.ifPresent(any -> tellOpened(id, true, caller));
        return new OfCases<>(id, opened.stream().toList());
    }

    private String check(NewEmergencyAccess asked, Caller caller) {
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        Optional<String> code = Optional.ofNullable(asked.code()).flatMap(CaseCode::read);
        check.that(asked.code() == null || asked.code().isBlank() || code.isPresent(), "code", "not-a-case-code");
        List<Askable> askable = askable(caller);
        Set<Category> theirs = askable.stream().map(Askable::category).collect(Collectors.toSet());
        check.that(!asked.categories().isEmpty(), "categories", "missing")
                .that(theirs.containsAll(asked.categories()), "categories", "not-for-your-job")
                .orRefuse();
        accesses.openByCode(code.orElseThrow()).ifPresent(open -> {
            Openness openness = files.openness(caller, open);
            if (askable.stream()
                    .filter(one -> asked.categories().contains(one.category()))
                    .allMatch(one -> openness.depth(one.category()).reaches(one.depth()))) {
                throw Refusal.wrongState("emergency-open-already");
            }
        });
        return code.orElseThrow();
    }

    /** The caller's own requests of the last month, and those that wait for the caller to agree; newest first, at most 50. */
    @Requires(Permission.ASK_EMERGENCY_ACCESS)
    public List<AccessRequest> list() {
        Caller caller = callers.caller();
        return accesses.ownAndAsked().stream()
                .map(known -> request(known, caller))
                .toList();
    }

    /** One request, for who asked and for who may agree. */
    @Requires(Permission.ASK_EMERGENCY_ACCESS)
    public AccessRequest read(EmergencyAccessId id) {
        return request(accesses.require(id), callers.caller());
    }

    private static AccessRequest request(Known known, Caller caller) {
        boolean own = known.worker().equals(caller.worker());
        return new AccessRequest(
                known.header(),
                known.plea().orElseThrow(Refusal::notThere),
                own,
                known.caseId().filter(any -> own && known.header().state() == EmergencyState.OPEN));
    }

    /** A second person agrees, and what was asked for is opened, if there is such a file. */
    @Requires(Permission.AGREE_EMERGENCY_ACCESS)
    public OfCases<EmergencyAccessId> agree(EmergencyAccessId id) {
        Caller caller = requireDecidable(id);
        Optional<CaseId> opened = accesses.decide(id, true);
        if (opened.isPresent()) {
            tellOpened(id, false, caller);
        } else {
            events.fire(new NothingOpened(id));
        }
        return new OfCases<>(id, opened.stream().toList());
    }

    /** A second person says no. */
    @Requires(Permission.AGREE_EMERGENCY_ACCESS)
    public void refuse(EmergencyAccessId id) {
        requireDecidable(id);
        accesses.decide(id, false);
        events.fire(new NothingOpened(id));
    }

    private Caller requireDecidable(EmergencyAccessId id) {
        Caller caller = callers.caller();
        requireNeverRefused(caller);
        switch (accesses.require(id).header().state()) {
            case ASKED -> {}
            case LAPSED -> throw Refusal.wrongState("emergency-lapsed");
            default -> throw Refusal.wrongState("emergency-decided");
        }
        return caller;
    }

    /** Ends it before its time, or takes it back: who asked, who leads the case, or data protection. */
    @Requires(Permission.END_EMERGENCY_ACCESS)
    public void end(EmergencyAccessId id) {
        EmergencyState state = accesses.require(id).header().state();
        if (state != EmergencyState.OPEN && state != EmergencyState.ASKED) {
            throw Refusal.wrongState("emergency-over");
        }
        accesses.end(id);
        if (state == EmergencyState.ASKED) {
            events.fire(new AskingTakenBack(id));
        }
    }

    private void tellOpened(EmergencyAccessId id, boolean atOnce, Caller caller) {
        events.fire(new AccessOpened(
                id,
                accesses.house(id),
                accesses.lead(id),
                atOnce,
                accesses.withRole(Role.DPO.name()),
                accesses.withRole(Role.NRM.name()),
                accesses.withRole(Role.ADM.name()),
                caller.now().plus(settings.of("emergency-access-reviewed-within")),
                caller.now().plus(settings.of("emergency-access-told-within"))));
    }

    private static void requireNeverRefused(Caller caller) {
        if (!Collections.disjoint(caller.roles(), Role.NEVER_IN_EMERGENCY)) {
            throw Refusal.notAllowed("not-your-role");
        }
    }

    /** What any of their jobs may ever know, of what may be asked for. */
    private List<Askable> askable(Caller caller) {
        RoleMatrix matrix = files.matrix();
        return accesses.askable().stream()
                .filter(one -> caller.roles().stream()
                        .filter(Role.IN_EMERGENCY::contains)
                        .anyMatch(role -> EVER.indexOf(matrix.of(role, one.category())) >= 0))
                .toList();
    }
}
