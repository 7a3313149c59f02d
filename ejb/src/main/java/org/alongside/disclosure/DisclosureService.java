package org.alongside.disclosure;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Category;
import org.alongside.access.Files;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.casefile.NewTelling;
import org.alongside.casefile.Tellings;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.consent.ExclusionView;
import org.alongside.consent.Exclusions;
import org.alongside.consent.PurposeAnswers;
import org.alongside.disclosure.DisclosureEvent.AllAgreed;
import org.alongside.disclosure.DisclosureEvent.Asked;
import org.alongside.disclosure.DisclosureEvent.DisclosureMade;
import org.alongside.disclosure.DisclosureEvent.DisclosureProposed;
import org.alongside.disclosure.DisclosureEvent.NotToldOfDisclosure;
import org.alongside.disclosure.DisclosureEvent.NothingDisclosed;
import org.alongside.disclosure.DisclosureEvent.OneAgreed;
import org.alongside.disclosure.DisclosureEvent.ToldByItself;
import org.alongside.disclosure.DisclosureEvent.ToldOfDisclosure;
import org.alongside.disclosure.DisclosureRules.KeptBack;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.DisclosureId;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;

/**
 * The door to disclosures without consent: propose, agree as a second person, record that it was told, and that she knows. Nothing
 * is opened to the recipient: it is told outside of this product, and written down here.
 */
@Stateless
@PermitAll
public class DisclosureService {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String LIFE = "VITAL_INTEREST";
    private static final String BEFORE = "BEFORE";

    @Inject
    CallerContext callers;

    @Inject
    Disclosures disclosures;

    @Inject
    DisclosureChecks checks;

    @Inject
    SecondPersons seconds;

    @Inject
    PurposeAnswers answers;

    @Inject
    Files files;

    @Inject
    CaseFacts survivors;

    @Inject
    Exclusions exclusions;

    @Inject
    Tellings tellings;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    @Inject
    Event<DisclosureEvent> events;

    /** Under which exceptions something may be told of her, and what she keeps from whom. */
    @Requires(Permission.PROPOSE_DISCLOSURE)
    public DisclosureRules rules(CaseId caseId) {
        CaseFacts.Facts survivor = survivors.of(caseId);
        Map<OrganisationId, KeptBack> kept = new LinkedHashMap<>();
        exclusions.of(caseId).stream().filter(ExclusionView::inForce).forEach(one -> kept.computeIfAbsent(
                        one.recipient(), who -> new KeptBack(who, one.recipientName(), EnumSet.noneOf(Category.class)))
                .categories()
                .add(one.category()));
        return new DisclosureRules(
                disclosures.exceptions().stream()
                        .filter(one -> survivor.child() || !one.childOnly())
                        .toList(),
                List.copyOf(kept.values()),
                Set.copyOf(survivor.excludedRelations()));
    }

    /**
     * Proposes; nothing is told by it, and the first who is to agree is asked.
     *
     * @param key makes the call repeatable, or null
     * @return the proposal; refuses INVALID with every reason by field, and {@code disclosure-nobody-to-agree}
     */
    @Requires(Permission.PROPOSE_DISCLOSURE)
    public DisclosureId propose(CaseId caseId, NewDisclosure asked, String key) {
        Caller caller = callers.caller();
        CaseFacts.Facts survivor = survivors.of(caseId);
        survivor.requireOpen();
        DisclosureRules.Ground rule = checks.check(caseId, asked, caller);
        DisclosureId id = DisclosureId.random();
        return once.perform(key, "DISCLOSE " + caseId, asked, id.value(), caller)
                .map(DisclosureId::new)
                .orElseGet(() -> {
                    propose(id, caseId, asked, rule, survivor.lead());
                    return id;
                });
    }

    private void propose(
            DisclosureId id, CaseId caseId, NewDisclosure asked, DisclosureRules.Ground rule, OrganisationId lead) {
        List<Asked> desks =
                rule.desks().stream().map(desk -> seconds.asked(caseId, desk)).toList();
        if (rule.needsOrder()) {
            disclosures.orderObjects(caseId, asked).ifPresent(reason -> {
                throw Refusal.invalid("orderReference", reason);
            });
        }
        disclosures.propose(id, caseId, asked);
        events.fire(new DisclosureProposed(id, lead, desks.get(0), LIFE.equals(asked.exception())));
    }

    /** Everything proposed and told of a case without her agreement, newest first, at most 100; for those who lead it. */
    @Requires(Permission.READ_DISCLOSURES)
    public List<DisclosureView> of(CaseId caseId) {
        Caller caller = callers.caller();
        if (!files.openness(caller, caseId).leads()) {
            throw Refusal.notThere();
        }
        return disclosures.of(caseId, caller);
    }

    /** One, for those who lead, those who are asked to agree, and data protection. */
    @Requires(Permission.READ_DISCLOSURES)
    public DisclosureView read(DisclosureId id) {
        return disclosures.require(id, callers.caller()).view();
    }

    /** A second person, whose turn it is, agrees or says no with why; refuses {@code own-request} and {@code order-over}. */
    @Requires(Permission.DECIDE_DISCLOSURE)
    public void decide(DisclosureId id, NewDecision decision) {
        Check check = new Check();
        new Fields(codes, check).check(decision, "");
        if ("REFUSE".equals(decision.answer())) {
            check.text(decision.words(), "words", 500);
        }
        check.orRefuse();
        Disclosures.Known known = disclosures.require(id, callers.caller());
        if (known.view().state() != DisclosureState.PROPOSED) {
            throw Refusal.wrongState("disclosure-decided");
        }
        if (decision.agrees()
                && known.view().notified().isPresent()
                && !"REFUSED"
                        .equals(answers.today(known.caseId(), "NRM_REFERRAL").orElse(null))) {
            throw Refusal.wrongState("notify-not-refused");
        }
        Optional<String> next = disclosures.decide(id, decision);
        if (!decision.agrees()) {
            events.fire(new NothingDisclosed(id, known.caseId()));
        } else if (next.isPresent()) {
            events.fire(new OneAgreed(id, seconds.asked(next.get(), disclosures.askedNext(id))));
        } else if (known.view().notified().isPresent()) {
            disclosures.makeByItself(id);
            events.fire(new ToldByItself(id, callers.caller().now().plus(settings.of("disclosure-told-within"))));
        } else {
            events.fire(new AllAgreed(id, callers.caller().now().plus(settings.of("disclosure-made-within"))));
        }
    }

    /** Takes it back, as long as nothing was told. */
    @Requires(Permission.RECORD_DISCLOSURE)
    public void takeBack(DisclosureId id) {
        Disclosures.Known known = disclosures.require(id, callers.caller());
        DisclosureState state = known.view().state();
        if (state != DisclosureState.PROPOSED && state != DisclosureState.AGREED) {
            throw Refusal.wrongState("disclosure-over");
        }
        disclosures.takeBack(id);
        events.fire(new NothingDisclosed(id, known.caseId()));
    }

    /**
     * Writes down that the recipient was told, once everybody agreed; where the exception says that she is told before, with whether
     * she was, or why not. Refuses INVALID with every reason by field, and {@code order-over} where the court's order no longer held when it was told.
     */
    @Requires(Permission.RECORD_DISCLOSURE)
    public void record(DisclosureId id, NewRecord made) {
        Caller caller = callers.caller();
        Disclosures.Known known = disclosures.require(id, caller);
        Check check = new Check();
        new Fields(codes, check).check(made, "");
        Instant at = made.disclosedAt() == null ? caller.now() : made.disclosedAt();
        check.that(!at.isAfter(caller.now()), "disclosedAt", "in-the-future")
                .that(
                        known.view().desks().stream()
                                .flatMap(desk -> desk.agreedAt().stream())
                                .noneMatch(agreed -> at.isBefore(agreed.minus(A_MINUTE))),
                        "disclosedAt",
                        "before-it-was-agreed");
        check.that(made.telling() != null || !BEFORE.equals(known.view().telling()), "telling", "missing");
        if (made.telling() != null) {
            check(check, made.telling(), "telling.", known);
        }
        check.orRefuse();
        if (known.view().state() != DisclosureState.AGREED) {
            throw Refusal.wrongState("disclosure-not-agreed");
        }
        disclosures.record(id, made, at);
        boolean told = made.telling() != null && made.telling().told();
        if (made.telling() != null) {
            disclosures.tell(id, made.telling(), again(caller));
        }
        events.fire(new DisclosureMade(id, told, caller.now().plus(settings.of("disclosure-told-within"))));
    }

    /**
     * Writes down that she was told, or a guardian of a child who is not excluded, or why not yet: then it is asked again the next
     * day. Refuses INVALID with every reason by field.
     */
    @Requires(Permission.RECORD_DISCLOSURE)
    public void tell(DisclosureId id, NewTelling telling) {
        Caller caller = callers.caller();
        Disclosures.Known known = disclosures.require(id, caller);
        Check check = new Check();
        check(check, telling, "", known);
        check.orRefuse();
        if (known.view().state() != DisclosureState.DISCLOSED) {
            throw Refusal.wrongState("disclosure-not-made");
        }
        if (known.view().told().at().isPresent()) {
            throw Refusal.wrongState("emergency-told");
        }
        Instant again = again(caller);
        disclosures.tell(id, telling, again);
        events.fire(
                telling.told()
                        ? new ToldOfDisclosure(id)
                        : new NotToldOfDisclosure(id, again, again.plus(settings.of("disclosure-told-within"))));
    }

    private void check(Check check, NewTelling telling, String path, Disclosures.Known known) {
        tellings.check(
                check,
                telling,
                path,
                known.caseId(),
                known.view().proposedAt(),
                "before-it-was-proposed",
                callers.caller().now());
    }

    private Instant again(Caller caller) {
        return caller.now().plus(settings.of("disclosure-looked-at-again-within"));
    }
}
