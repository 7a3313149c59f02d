package org.alongside.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Once;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.CaseFacts;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.code.Settings;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.PurposeAnswerId;

/** The door to the conversation about consent, purpose by purpose: what may be asked of her, what she says, what she takes back. */
@Stateless
@PermitAll
public class PurposeService {
    @Inject
    CallerContext callers;

    @Inject
    AskedPurposes asked;

    @Inject
    PurposeAnswers answers;

    @Inject
    EndingAnswers ending;

    @Inject
    CaseFacts facts;

    @Inject
    GivenRules given;

    @Inject
    Codes codes;

    @Inject
    Settings settings;

    @Inject
    Once once;

    /** What the caller may ask her about, in the order in which it is asked, with what she says today. */
    @Requires(Permission.ASK_PURPOSES)
    public List<PurposeView> toAsk(CaseId caseId) {
        AnswerRules rules = rules(facts.of(caseId).child());
        List<PurposeAnswerView> said = answers.of(caseId);
        return rules.toAsk().stream()
                .map(one -> new PurposeView(
                        one.purpose(),
                        (int) rules.longest(one).toDays(),
                        one.recipients(),
                        said.stream()
                                .filter(any -> any.today() && any.purpose().equals(one.purpose()))
                                .findFirst()))
                .toList();
    }

    /**
     * Records what she said in one conversation; of each purpose it is what she says from then on. Refuses INVALID with every
     * reason by field. A no blocks nothing, and her yes to a purpose with named organisations shares nothing yet.
     *
     * @param key makes the call repeatable, or null
     * @return the id of the conversation
     */
    @Requires(Permission.ASK_PURPOSES)
    public UUID record(CaseId caseId, NewAnswers said, String key) {
        Caller caller = callers.caller();
        CaseFacts.Facts survivor = facts.of(caseId);
        survivor.requireOpen();
        Instant givenAt = said.givenAt() == null ? caller.now() : said.givenAt();
        Giver giver = new Giver(said.giver(), said.giverRight(), said.guardian(), said.giverRelation(), said.assent());
        AnswerRules rules = rules(survivor.child());
        Check check = new Check();
        new Fields(codes, check).check(said, "");
        check.that(!said.answers().isEmpty(), "answers", "missing");
        given.said(check, caseId, survivor, said.medium(), said.witness(), said.explained(), givenAt, caller.now());
        rules.check(check, said.answers(), givenAt, caller.now());
        if (said.agrees()) {
            check.code(said.giver(), "giver", codes.in("consent_giver"))
                    .code(said.medium(), "medium", codes.in("consent_medium"));
            given.giver(check, caseId, survivor, giver, givenAt);
            given.named(check, caseId, said.names());
        }
        check.orRefuse();
        UUID conversation = UUID.randomUUID();
        return once.perform(key, "RECORD_ANSWERS " + caseId, said, conversation, caller)
                .orElseGet(() -> {
                    String relation = given.relation(caseId, giver);
                    said.answers()
                            .forEach(one -> answers.say(
                                    conversation,
                                    caseId,
                                    said,
                                    one,
                                    relation,
                                    givenAt,
                                    one.agrees() ? rules.until(one, givenAt) : null));
                    return conversation;
                });
    }

    /** Everything she said of each purpose, newest first. */
    @Requires(Permission.READ_CONSENTS)
    public List<PurposeAnswerView> of(CaseId caseId) {
        return answers.of(caseId);
    }

    /** She takes a yes back, on any day, in a closed file too. Refuses {@code already-withdrawn} what she does not say any more. */
    @Requires(Permission.WITHDRAW_CONSENT)
    public void takeBack(CaseId caseId, PurposeAnswerId answer) {
        answers.takeBack(caseId, answer);
    }

    /** Whom of those on whose cases the caller works to ask again: a yes ends soon, or has ended and she was not asked since. */
    @Requires(Permission.READ_WORKLIST)
    public List<EndingAnswer> ending() {
        return ending.of(callers.caller(), settings.of(Consents.ASKED_BEFORE));
    }

    private AnswerRules rules(boolean child) {
        return new AnswerRules(
                asked.all(),
                child,
                callers.caller().roles(),
                settings.of("consent-usual"),
                settings.of("consent-longest"));
    }
}
