package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Settings;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.shared.Check;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;

/** The door to where a house stands: read by its own people, and for some hours by the one who brings her. */
@Stateless
@PermitAll
public class AddressService {
    static final String LONGEST = "escort-longest";

    @Inject
    CallerContext callers;

    @Inject
    Facilities facilities;

    @Inject
    Settings settings;

    /** Where she is going; who is not named, or whose hours are over, is told that it is not open. */
    @Requires(Permission.READ_ADDRESS)
    public NewAddress read(PlacementId placement) {
        return facilities.addressOf(placement).orElseThrow(() -> Refusal.notAllowed("address-not-open"));
    }

    /** Opens the address to one caseworker of who leads, for some hours. */
    @Requires(Permission.OPEN_ADDRESS)
    public void open(PlacementId placement, NewEscort escort) {
        Caller caller = callers.caller();
        Instant longest = caller.now().plus(settings.of(LONGEST));
        new Check()
                .that(escort.worker() != null, "worker", "missing")
                .that(escort.until() != null, "until", "missing")
                .that(escort.until() == null || escort.until().isAfter(caller.now()), "until", "in-the-past")
                .that(escort.until() == null || !escort.until().isAfter(longest), "until", "escort-too-long")
                .orRefuse();
        if (!facilities.mayEscort(placement, escort.worker())) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("worker", "cannot-escort")));
        }
        facilities.escort(placement, escort.worker(), escort.until(), caller);
    }

    /** Who of the lead could bring her, and to whom of them the address is open now. */
    @Requires(Permission.OPEN_ADDRESS)
    public List<Escort> escorts(PlacementId placement) {
        return facilities.escorts(placement, callers.caller());
    }

    /** Closes it before its time. */
    @Requires(Permission.OPEN_ADDRESS)
    public void close(PlacementId placement, WorkerId worker) {
        if (facilities.endEscort(placement, worker, callers.caller()) == 0) {
            throw Refusal.notThere();
        }
    }

    /**
     * Somebody who could bring her.
     *
     * @param until until when the address is open to them, UTC; empty: it is not
     */
    public record Escort(WorkerId worker, String name, Optional<Instant> until) {}

    /**
     * Who brings her.
     *
     * @param until at most 24 hours ahead, UTC
     */
    public record NewEscort(
            @NotNull WorkerId worker, @NotNull Instant until) {}
}
