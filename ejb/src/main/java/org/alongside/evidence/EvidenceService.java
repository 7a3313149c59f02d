package org.alongside.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Printed;
import org.alongside.access.Printing;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.document.DocumentsOfMatter;
import org.alongside.document.DocumentsOfMatter.OfMatter;
import org.alongside.evidence.EvidenceView.Custody;
import org.alongside.evidence.EvidenceView.EvidenceCheck;
import org.alongside.evidence.EvidenceView.EvidenceParty;
import org.alongside.evidence.NewEvidence.NewCheck;
import org.alongside.evidence.NewEvidence.NewCustody;
import org.alongside.proceeding.LawyersMatters;
import org.alongside.proceeding.LawyersMatters.Kept;
import org.alongside.shared.Check;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;

/** The door to the evidence of a matter: her lawyer's alone. Refuses {@code legal-not-open} to everybody else. */
@Stateless
@PermitAll
public class EvidenceService {
    @Inject
    CallerContext callers;

    @Inject
    LawyersMatters matters;

    @Inject
    EvidenceRecords records;

    @Inject
    DocumentsOfMatter documents;

    @Inject
    Workers workers;

    @Inject
    Printing printing;

    @Inject
    Codes codes;

    @Inject
    Once once;

    /** Everything in the register, by number, with the documents of the matter that may be entered. */
    @Requires(Permission.READ_EVIDENCE)
    public EvidenceRegister of(MatterId matterId) {
        matters.kept(matterId, callers.caller());
        return new EvidenceRegister(records.of(matterId), documents.of(matterId));
    }

    /**
     * Enters something. Refuses {@code check-first}, {@code no-hash}, {@code hash-is-the-documents}, {@code not-of-this-matter}, {@code in-the-future}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_EVIDENCE)
    public UUID enter(MatterId matterId, NewEvidence said, String key) {
        Caller caller = callers.caller();
        Kept matter = checked(matterId, said, caller);
        UUID id = UUID.randomUUID();
        return once.perform(key, "ENTER_EVIDENCE " + matterId, said, id, caller).orElseGet(() -> {
            records.add(id, matter, caller);
            records.say(id, matter, said, caller);
            return id;
        });
    }

    /** Says anew what it is: what was said before stays beside it. Refuses as entering does. */
    @Requires(Permission.KEEP_EVIDENCE)
    public void correct(MatterId matterId, UUID evidence, NewEvidence said, String key) {
        Caller caller = callers.caller();
        Kept matter = checked(matterId, said, caller);
        find(matterId, evidence);
        if (once.perform(key, "CORRECT_EVIDENCE " + evidence, said, evidence, caller)
                .isEmpty()) {
            records.say(evidence, matter, said, caller);
        }
    }

    private Kept checked(MatterId matterId, NewEvidence said, Caller caller) {
        Kept matter = matters.open(matterId, caller);
        Check check = Fields.of(said, codes);
        EvidenceRules.evidence(check, said, documents.of(matterId), workers.today(caller));
        check.orRefuse();
        return matter;
    }

    /**
     * Writes down from whose hands into whose it went. Refuses {@code in-the-future}, {@code handed-before-received}, {@code handed-before-it-came},
     * {@code handed-after-the-next}, {@code does-not-hold-it}, {@code handed-to-oneself}, {@code custody-mended}.
     *
     * @param key makes the call repeatable, or null
     */
    @Requires(Permission.KEEP_EVIDENCE)
    public void hand(MatterId matterId, UUID evidence, NewCustody link, String key) {
        Caller caller = callers.caller();
        Kept matter = matters.kept(matterId, caller);
        Check check = Fields.of(link, codes);
        EvidenceRules.name(check, link.giver(), link.giverName(), "giverName");
        EvidenceRules.name(check, link.taker(), link.takerName(), "takerName");
        check.that(!"SEALED".equals(link.condition()) || EvidenceRecords.name(link.seal()) != null, "seal", "missing");
        Optional<ZoneId> zone = zone(link.zone(), caller);
        check.that(zone.isPresent(), "zone", "unknown-zone");
        check.orRefuse();
        if (once.perform(key, "HAND_EVIDENCE " + evidence, link, evidence, caller)
                .isPresent()) {
            return;
        }
        EvidenceView there = find(matterId, evidence);
        new CustodyChain(there.chain(), there.entry().sourceOn())
                .against(
                        check,
                        position(there, link),
                        party(link.giver(), link.giverName()),
                        party(link.taker(), link.takerName()),
                        link.handedAt(),
                        zone.orElseThrow(),
                        caller.now());
        check.orRefuse();
        records.hand(evidence, matter, link, zone.orElseThrow(), caller);
    }

    /** Where in the chain a link stands: behind the last, or in the place of the one that it mends. */
    private static int position(EvidenceView there, NewCustody link) {
        if (link.corrects() == null) {
            return there.chain().size() + 1;
        }
        if (there.mended().stream().anyMatch(one -> one.id().equals(link.corrects()))) {
            throw Refusal.wrongState("custody-mended");
        }
        return there.chain().stream()
                .filter(one -> one.id().equals(link.corrects()))
                .findFirst()
                .map(Custody::position)
                .orElseThrow(Refusal::notThere);
    }

    private static EvidenceParty party(String role, String name) {
        return new EvidenceParty(role, Optional.ofNullable(EvidenceRecords.name(name)));
    }

    private Optional<ZoneId> zone(String said, Caller caller) {
        try {
            return Optional.of(ZoneId.of(
                    said == null || said.isBlank() ? workers.me(caller).zone() : said.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Holds the hash of what is there now against the one that was written down, and keeps how that ended. Refuses {@code nothing-to-compare} where none
     * was, {@code no-hash}, and {@code hash-is-the-documents} where one is typed for a document that is read anew.
     */
    @Requires(Permission.CHECK_EVIDENCE)
    public EvidenceCheck check(MatterId matterId, UUID evidence, NewCheck asked) {
        Caller caller = callers.caller();
        Kept matter = matters.kept(matterId, caller);
        EvidenceView there = find(matterId, evidence);
        if (there.entry().sha256().isEmpty()) {
            throw Refusal.wrongState("nothing-to-compare");
        }
        boolean typed = asked.sha256() != null && !asked.sha256().isBlank();
        boolean document = there.entry().document().isPresent();
        Check check = Fields.of(asked, codes);
        EvidenceRules.hash(check, asked.sha256());
        check.that(document || typed, "sha256", "missing").that(!document || !typed, "sha256", "hash-is-the-documents");
        check.orRefuse();
        records.check(
                evidence,
                matter,
                document
                        ? documents.standing(
                                there.entry().document().orElseThrow(),
                                there.entry().documentVersion().orElseThrow())
                        : Optional.of(asked.sha256()),
                caller);
        return find(matterId, evidence).checks().get(0);
    }

    /** One piece with its chain, on paper. */
    @Requires(Permission.PRINT_EVIDENCE)
    public Printed<PrintedCustody> print(MatterId matterId, UUID evidence) {
        Kept matter = matters.kept(matterId, callers.caller());
        return printing.marked(
                new PrintedCustody(matter.caseCode(), matter.track(), matter.number(), find(matterId, evidence)),
                Set.of(Category.LEGAL));
    }

    private EvidenceView find(MatterId matterId, UUID evidence) {
        return records.of(matterId).stream()
                .filter(one -> one.id().equals(evidence))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /**
     * The register of a matter.
     *
     * @param documents of the matter, which may be entered
     */
    public record EvidenceRegister(List<EvidenceView> evidence, List<OfMatter> documents) {}
}
