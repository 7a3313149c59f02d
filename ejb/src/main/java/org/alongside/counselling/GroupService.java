package org.alongside.counselling;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.counselling.GroupView.GroupRow;
import org.alongside.counselling.NewGroup.NewGroupHour;
import org.alongside.counselling.NewGroup.NewMember;
import org.alongside.counselling.SessionEvent.Over;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.GroupId;
import org.alongside.shared.Refusal;
import org.alongside.shared.SessionId;
import org.alongside.shared.SittingId;

/** The door to groups, for their counsellor alone: who comes is told to nobody else, and not to those who come. */
@Stateless
@PermitAll
public class GroupService {
    /** Codes of session_type. */
    private static final Set<String> FOR_ONE_ALONE = Set.of("INTAKE", "INDIVIDUAL", "CRISIS", "PSYCHIATRIC");

    @Inject
    CallerContext callers;

    @Inject
    Groups groups;

    @Inject
    Sessions sessions;

    @Inject
    Carrying carrying;

    @Inject
    Files files;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Asking asking;

    @Inject
    Once once;

    @Inject
    Event<SessionEvent> events;

    /** The caller's groups, those that go on first. */
    @Requires(Permission.KEEP_GROUP)
    public List<GroupRow> own() {
        return groups.own(callers.caller());
    }

    /**
     * Opens a group, under a code that is given to it. Refuses a kind that is for one person alone: {@code not-for-a-group}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_GROUP)
    public GroupId open(NewGroup asked, String key) {
        Caller caller = callers.caller();
        Check check = new Check();
        new Fields(codes, check).check(asked, "");
        check.that(!FOR_ONE_ALONE.contains(String.valueOf(asked.type())), "type", "not-for-a-group")
                .orRefuse();
        GroupId id = GroupId.random();
        return once.perform(key, "KEEP_GROUP", asked, id.value(), caller)
                .map(GroupId::new)
                .orElseGet(() -> {
                    groups.open(id, asked.type(), caller);
                    return id;
                });
    }

    /** One group. */
    @Requires(Permission.KEEP_GROUP)
    public GroupView read(GroupId id) {
        Caller caller = callers.caller();
        Groups.Known known = groups.known(id).orElseThrow(Refusal::notThere);
        return new GroupView(
                id,
                known.code(),
                known.type(),
                known.endedAt(),
                groups.members(id),
                known.endedAt().isPresent() ? List.of() : groups.candidates(id, caller),
                groups.hours(id));
    }

    /** Somebody whom the caller counsels comes to the group. Refuses {@code not-on-the-case}, {@code in-the-group-already}. */
    @Requires(Permission.KEEP_GROUP)
    public void join(GroupId id, NewMember member) {
        Caller caller = callers.caller();
        Fields.require(member, codes);
        goesOn(id);
        if (!CounsellingReach.of(caller, files.openness(caller, member.caseId()), files.matrix())
                .writes()) {
            throw Refusal.invalid("caseId", "not-on-the-case");
        }
        groups.join(id, member.caseId(), caller);
    }

    /** Somebody comes no more; what is still to come is called off for them. Refuses {@code not-in-the-group}. */
    @Requires(Permission.KEEP_GROUP)
    public void leave(GroupId id, CaseId member) {
        Caller caller = callers.caller();
        callOff(groups.leave(id, member, caller), "CANCELLED_SURVIVOR", caller);
    }

    /**
     * Plans an hour for everybody who is in the group. Refuses {@code group-empty}, {@code two-at-once}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_GROUP)
    public SittingId plan(GroupId id, NewGroupHour asked, String key) {
        Caller caller = callers.caller();
        new SessionRules(
                        codes,
                        caller.now(),
                        settings.of(SessionService.LONGEST),
                        settings.of(SessionService.RECORDED_LATE))
                .check(asked, asked.startsAt(), asked.minutes())
                .orRefuse();
        goesOn(id);
        SittingId sitting = SittingId.random();
        return once.perform(key, "KEEP_GROUP " + id, asked, sitting.value(), caller)
                .map(SittingId::new)
                .orElseGet(() -> {
                    List<CaseId> members = groups.reachable(id);
                    if (members.isEmpty()) {
                        throw Refusal.wrongState("group-empty");
                    }
                    groups.plan(sitting, id, asked, members, caller);
                    Instant ends = Sessions.ends(asked.startsAt(), asked.minutes());
                    asking.planned(sitting, ends, caller);
                    carrying.look(caller.worker(), asked.startsAt(), caller);
                    return sitting;
                });
    }

    /** The group ends; what is still to come is called off. */
    @Requires(Permission.KEEP_GROUP)
    public void end(GroupId id) {
        Caller caller = callers.caller();
        goesOn(id);
        callOff(groups.planned(id, caller), "CANCELLED_PROVIDER", caller);
        groups.end(id, caller);
    }

    private void callOff(List<SessionId> planned, String attendance, Caller caller) {
        List<SittingId> touched = planned.stream()
                .map(session -> {
                    SittingId sitting = sessions.hold(session).sitting();
                    sessions.record(session, attendance, caller);
                    return sitting;
                })
                .distinct()
                .toList();
        List<SittingId> over = touched.stream()
                .filter(sitting -> sessions.settle(sitting, caller))
                .toList();
        if (!over.isEmpty()) {
            events.fire(new Over(over));
        }
    }

    private void goesOn(GroupId id) {
        if (groups.known(id).orElseThrow(Refusal::notThere).endedAt().isPresent()) {
            throw Refusal.wrongState("group-ended");
        }
    }
}
