package org.alongside.proceeding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.proceeding.CounselView.MandateView;
import org.alongside.proceeding.DeadlineView.DeadlineFile;
import org.alongside.proceeding.HearingRecords.OfMatter;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewCourt;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;

/** The door to who acts in a matter and by what right: check for conflicts, sign, hand over, and say before whom; her lawyer's alone. */
@Stateless
@PermitAll
public class CounselService {
    private static final String ADVICE = "ADVICE";
    private static final String CHECKING = "CONFLICT_CHECK";
    private static final String SIGNED = "MANDATE_SIGNED";
    private static final String LIMITATION = "LIMITATION";

    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    HearingRecords matters;

    @Inject
    CounselRecords records;

    @Inject
    DeadlineRecords deadlines;

    @Inject
    StageMoves stages;

    @Inject
    LawyersMatters whose;

    @Inject
    CounselSought sought;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** Who acts and by what right. Refuses {@code legal-not-open} to all but her lawyer. */
    @Requires(Permission.READ_LEGAL)
    public CounselView of(MatterId matterId) {
        OfMatter matter = whose.forItsLawyer(matterId, callers.caller());
        return records.of(matterId, !matter.checked());
    }

    /**
     * Writes down what the check for conflicts found. Clear, or clear with a wall: then her file is closed to those who are kept apart, and she may sign. A
     * conflict ends the matter here, and who leads the case is told that this house cannot act for her, and not why, and is asked to find another lawyer.
     * Refuses {@code matter-closed}, {@code not-of-this-house}, and {@code must-see-it} where a wall would close her file to data protection of the house, or
     * to the last there who supervises or manages.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public void check(MatterId matterId, NewConflictCheck found, String key) {
        Caller caller = callers.caller();
        Fields.require(found, codes);
        matters.hold(matterId).open();
        UUID id = UUID.randomUUID();
        if (once.perform(key, "CHECK_CONFLICT " + matterId, found, id, caller).isPresent()) {
            return;
        }
        String result = records.check(id, matterId, found);
        if ("CONFLICT".equals(result)) {
            stages.declined(matterId, caller);
            sought.want(matterId);
        } else if (ADVICE.equals(stages.stage(matterId))) {
            stages.to(matterId, CHECKING, caller);
        }
    }

    /**
     * Writes down the mandate that the lawyer and her side signed; counsel is warned of its last day. Refuses {@code check-missing} before the check is clear, {@code mandate-there-already},
     * {@code child-does-not-sign-alone}, {@code no-guardian-decides}, {@code in-the-future}, {@code matter-closed}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.WRITE_MATTER)
    public void sign(MatterId matterId, NewMandate signed, String key) {
        Caller caller = callers.caller();
        Check check = Fields.of(signed, codes);
        check.notAhead(signed.signedOn(), workers.today(caller), "signedOn");
        check.that(
                        signed.signedOn() == null
                                || signed.untilOn() == null
                                || !signed.untilOn().isBefore(signed.signedOn()),
                        "untilOn",
                        "ends-before-it-begins")
                .orRefuse();
        OfMatter matter = matters.hold(matterId).open();
        if (!records.checked(matterId)) {
            throw Refusal.wrongState("check-missing");
        }
        UUID id = UUID.randomUUID();
        if (once.perform(key, "SIGN_MANDATE " + matterId, signed, id, caller).isPresent()) {
            return;
        }
        records.sign(id, matterId, matter, signed, caller);
        warnOf(id, matterId, matter, caller);
        if (CHECKING.equals(stages.stage(matterId))) {
            stages.to(matterId, SIGNED, caller);
        }
    }

    /** Its last day, or that of the guardian who signed it where it is sooner, is a last day of the matter. */
    private void warnOf(UUID mandate, MatterId matterId, OfMatter matter, Caller caller) {
        ZoneId zone = workers.zone(caller);
        records.lastDay(mandate, zone)
                .filter(day -> !day.isBefore(LocalDate.ofInstant(caller.now(), zone)))
                .ifPresent(day -> deadlines.following(
                        matterId,
                        () -> deadlines.add(
                                UUID.randomUUID(),
                                matterId,
                                matter,
                                "DEADLINE",
                                day,
                                zone,
                                DeadlineFile.of(mandate),
                                null)));
    }

    /**
     * Somebody ended the mandate: no further stage follows until another one is signed. Refuses {@code matter-closed}, with which the mandate has done what it
     * was given for, {@code no-mandate-runs}, {@code before-it-was-signed}.
     */
    @Requires(Permission.WRITE_MATTER)
    public void endMandate(MatterId matterId, NewMandateEnd end) {
        Caller caller = callers.caller();
        Check check = Fields.of(end, codes);
        check.notAhead(end.endedOn(), workers.today(caller), "endedOn");
        check.orRefuse();
        matters.hold(matterId).open();
        MandateView running = records.running(matterId).orElseThrow(() -> Refusal.wrongState("no-mandate-runs"));
        check.that(!end.endedOn().isBefore(running.signedOn()), "endedOn", "before-it-was-signed")
                .orRefuse();
        records.end(running.id(), end);
        deadlines.mandateOver(matterId, running.id(), caller);
    }

    /** She wants no other lawyer in it: nobody looks for one any more; for who leads. Nothing happens where nobody does. Refuses {@code only-the-lead}. */
    @Requires(Permission.SETTLE_COUNSEL)
    public void noOther(MatterId matterId) {
        whose.forWhoLeads(matterId, callers.caller());
        sought.notWanted(matterId);
    }

    /** Hands the matter over to a colleague. Refuses {@code cannot-take-this-on}, of whatever reason. */
    @Requires(Permission.WRITE_MATTER)
    public void handOver(MatterId matterId, NewCounsel counsel) {
        Fields.require(counsel, codes);
        if (!records.handOver(matterId, counsel.worker())) {
            throw Refusal.invalid("worker", "cannot-take-this-on");
        }
    }

    /** Says before whom, under which reference and in which roles. A last day to file is set as a deadline. Refuses {@code check-first}, {@code in-the-past}. */
    @Requires(Permission.WRITE_MATTER)
    public void court(MatterId matterId, NewCourt court) {
        Caller caller = callers.caller();
        LocalDate today = workers.today(caller);
        Fields.of(court, codes)
                .that(
                        court.limitationOn() == null || !court.limitationOn().isBefore(today),
                        "limitationOn",
                        "in-the-past")
                .orRefuse();
        OfMatter matter = matters.hold(matterId).open().afterTheCheck();
        records.keep(matterId, matter, court, caller);
        if (court.limitationOn() != null) {
            limitation(matterId, matter, court.limitationOn(), caller);
        }
    }

    private void limitation(MatterId matterId, OfMatter matter, LocalDate day, Caller caller) {
        deadlines.following(matterId, () -> {
            deadlines.of(matterId).stream()
                    .filter(one -> one.outcome().isEmpty()
                            && one.file()
                                    .flatMap(DeadlineFile::event)
                                    .filter(LIMITATION::equals)
                                    .isPresent())
                    .forEach(one -> deadlines.end(matterId, one.id(), "REPLACED", caller));
            deadlines.add(
                    UUID.randomUUID(),
                    matterId,
                    matter,
                    "DEADLINE",
                    day,
                    workers.zone(caller),
                    new DeadlineFile(
                            Optional.of(LIMITATION),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    null);
        });
    }
}
