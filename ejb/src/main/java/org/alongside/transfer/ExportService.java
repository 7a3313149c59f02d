package org.alongside.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.TakenCases;
import org.alongside.casefile.TakenCases.Taken;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.ExportId;
import org.alongside.shared.Refusal;
import org.alongside.transfer.ExportView.ExportState;

/** The supervisors' door to take the organisation's own cases out: one asks, another decides, the first one fetches. */
@Stateless
@PermitAll
public class ExportService {
    private static final int READ_AT_ONCE = 500;
    private static final int SHORTEST_PASSPHRASE = 12;

    @Inject
    CallerContext callers;

    @Inject
    Exports exports;

    @Inject
    TakenCases cases;

    @Inject
    Passphrases passphrases;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Event<PackingAsked> asked;

    /** Asks to take out every case that the caller's organisation leads; another supervisor decides. */
    @Requires(Permission.EXPORT_CASES)
    public ExportId ask(NewExport export) {
        Check check = new Check();
        new Fields(codes, check).check(export, "");
        check.orRefuse();
        ExportId id = ExportId.random();
        exports.add(id, export.reason().strip(), callers.caller());
        return id;
    }

    /** The requests of the caller's house, newest first, at most 50. */
    @Requires(Permission.SEE_ERRANDS)
    public List<ExportView> list() {
        return exports.list(callers.caller().now());
    }

    /** One request and how far it is. */
    @Requires(Permission.EXPORT_CASES)
    public ExportView read(ExportId id) {
        return exports.view(id, callers.caller().now()).orElseThrow(Refusal::notThere);
    }

    /** Another supervisor says yes; refused to the one who asked. */
    @Requires(Permission.APPROVE_EXPORT)
    public void approve(ExportId id) {
        decide(id, true);
    }

    /** Another supervisor says no; refused to the one who asked. */
    @Requires(Permission.APPROVE_EXPORT)
    public void refuse(ExportId id) {
        decide(id, false);
    }

    private void decide(ExportId id, boolean approve) {
        if (read(id).state() != ExportState.ASKED) {
            throw Refusal.wrongState("export-decided-already");
        }
        exports.decide(id, approve);
    }

    /** Has the cases packed in the background, encrypted to that passphrase, which is kept in memory until then and nowhere else. */
    @Requires(Permission.EXPORT_CASES)
    public void pack(ExportId id, Passphrase passphrase) {
        Check check = new Check();
        new Fields(codes, check).check(passphrase, "");
        check.orRefuse();
        check.that(
                        passphrase.passphrase().length() >= SHORTEST_PASSPHRASE,
                        "passphrase",
                        "too-short",
                        SHORTEST_PASSPHRASE)
                .orRefuse();
        own(id, ExportState.APPROVED, "export-not-approved");
        if (!exports.askPacking(id, callers.caller())) {
            throw Refusal.wrongState("export-not-approved");
        }
        passphrases.put(id, passphrase.passphrase());
        asked.fire(new PackingAsked(id));
    }

    /**
     * Packs every case that the organisation leads, but for those of which the one who asked has a conflict of interest. Where
     * the passphrase was lost with the server it is noted, and must be typed again.
     *
     * @return how many, with the cases
     */
    @Requires(Permission.PACK_EXPORT)
    public OfCases<Integer> packAll(ExportId id) {
        Caller caller = callers.caller();
        if (!exports.hold(id)) {
            return new OfCases<>(0, List.of());
        }
        Optional<char[]> passphrase = passphrases.take(id);
        if (passphrase.isEmpty()) {
            exports.lost(id, caller);
            return new OfCases<>(0, List.of());
        }
        List<CaseId> packed = new ArrayList<>();
        Packing packing = new Packing(passphrase.get());
        CaseId last = null;
        List<Taken> some;
        do {
            some = cases.next(caller, last, READ_AT_ONCE);
            for (Taken taken : some) {
                packing.add(taken);
                packed.add(taken.id());
                last = taken.id();
            }
        } while (some.size() == READ_AT_ONCE);
        exports.packed(
                id, packing.finish(), packed.size(), caller.now().plus(settings.of("export-fetched-within")), caller);
        return new OfCases<>(packed.size(), packed);
    }

    /** The encrypted file, for the one who asked, once. */
    @Requires(Permission.EXPORT_CASES)
    public byte[] fetch(ExportId id) {
        own(id, ExportState.READY, "export-not-ready");
        return exports.fetch(id, callers.caller()).orElseThrow(() -> Refusal.wrongState("export-not-ready"));
    }

    private void own(ExportId id, ExportState state, String otherwise) {
        ExportView view = read(id);
        if (!view.own()) {
            throw Refusal.notAllowed("not-your-export");
        }
        if (view.state() != state) {
            throw Refusal.wrongState(otherwise);
        }
    }

    /**
     * A wish to take cases out.
     *
     * @param reason why and where to, in words for the other supervisor; nothing about a survivor
     */
    public record NewExport(@NotNull @Size(max = 500) String reason) {}

    /**
     * To which the file is encrypted.
     *
     * @param passphrase at least 12 characters
     */
    public record Passphrase(@NotNull @Size(max = 200) String passphrase) {

        /** Never what it is. */
        @Override
        public String toString() {
            return "Passphrase";
        }
    }
}
