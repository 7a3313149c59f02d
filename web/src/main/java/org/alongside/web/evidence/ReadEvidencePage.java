package org.alongside.web.evidence;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.alongside.evidence.EvidenceService;
import org.alongside.evidence.EvidenceService.EvidenceRegister;
import org.alongside.evidence.EvidenceView;
import org.alongside.evidence.EvidenceView.Custody;
import org.alongside.evidence.EvidenceView.EvidenceCheck;
import org.alongside.evidence.EvidenceView.EvidenceParty;
import org.alongside.evidence.NewEvidence.NewCheck;
import org.alongside.evidence.NewEvidence.NewCustody;
import org.alongside.shared.Ids;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Language;
import org.alongside.web.frame.Text;
import org.alongside.web.proceeding.ReadMatterPage;
import org.omnifaces.cdi.Param;

/** The register of a matter, or one piece of it: handed on, mended, and checked whether it is still the same. */
@Named
@RequestScoped
public class ReadEvidencePage {
    @EJB
    private EvidenceService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private Language language;

    @Inject
    private Text text;

    @Inject
    private Act act;

    /** The piece that is looked at. */
    @Inject
    @Param(name = "evidence")
    private String id;

    /** The link that is mended; null: another one is added. */
    @Inject
    @Param
    private String link;

    private EvidenceRegister register;
    private Answers answers;

    public EvidenceRegister getRegister() {
        if (register == null) {
            page.getMatter();
            register = doors.of(page.getId());
        }
        return register;
    }

    public EvidenceView getOne() {
        return find(evidence());
    }

    EvidenceView find(UUID wanted) {
        return getRegister().evidence().stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** Begins with who has it now, or with what is mended. */
    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            Optional<Custody> mended = mending();
            mended.ifPresent(this::begin);
            if (mended.isEmpty()) {
                getOne().holder().ifPresent(this::giver);
            }
        }
        return answers;
    }

    private void giver(EvidenceParty giver) {
        String field = isHeld() ? "holder" : "giver";
        answers.put(field, giver.role());
        giver.name().ifPresent(name -> answers.put(field + "Name", name));
    }

    private void begin(Custody mended) {
        giver(mended.giver());
        answers.put("taker", mended.taker().role());
        mended.taker().name().ifPresent(name -> answers.put("takerName", name));
        answers.put(
                "handedAt",
                LocalDateTime.ofInstant(mended.handedAt(), language.getZone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        answers.put("purpose", mended.purpose());
        answers.put("condition", mended.condition());
        mended.seal().ifPresent(seal -> answers.put("seal", seal));
    }

    /** The link that is mended; null: another one is added. */
    public Custody getMending() {
        return mending().orElse(null);
    }

    private Optional<Custody> mending() {
        return Optional.ofNullable(link).filter(said -> !said.isEmpty()).map(said -> getOne().chain().stream()
                .filter(one -> one.id().equals(Ids.parse(said)))
                .findFirst()
                .orElseThrow(Refusal::notThere));
    }

    /** Whether the one who gives stands fast: whoever has it by the chain. */
    public boolean isHeld() {
        return mending().map(one -> one.position() > 1).orElseGet(() -> getOne().holder()
                .isPresent());
    }

    public ZoneId getZone() {
        return language.getZone();
    }

    /** The last look, where it ended otherwise than it should. */
    public EvidenceCheck getAlarm() {
        return alarm(getOne());
    }

    public EvidenceCheck alarm(EvidenceView one) {
        return one == null
                ? null
                : one.checks().stream()
                        .findFirst()
                        .filter(check -> !check.outcome().equals("MATCHES"))
                        .orElse(null);
    }

    /** Who has it now, by its chain; null: nobody wrote that down. */
    public String holder(EvidenceView one) {
        return one == null ? null : one.holder().map(this::party).orElse(null);
    }

    /** How the last look at it ended; null: nobody looked. */
    public String outcome(EvidenceView one) {
        return one == null ? null : one.outcome().orElse(null);
    }

    /** A party by its code and its name. */
    public String party(EvidenceParty party) {
        if (party == null) {
            return "";
        }
        String role = text.name("code.evidence_party", party.role());
        return party.name()
                .map(name -> text.of("evidence.chain.party", role, name))
                .orElse(role);
    }

    public String hand() {
        // who had it when the form was drawn: where it is elsewhere by now, that is said
        String giver = getAnswers().text("holder").isPresent() ? "holder" : "giver";
        register = null;
        UUID evidence = evidence();
        return act.handIn(
                () -> new NewCustody(
                        typed(giver),
                        typed(giver + "Name"),
                        typed("taker"),
                        typed("takerName"),
                        when(),
                        language.getZone().getId(),
                        typed("purpose"),
                        typed("condition"),
                        typed("seal"),
                        link == null || link.isEmpty() ? null : Ids.parse(link)),
                (handed, key) -> doors.hand(page.getId(), evidence, handed, key),
                here(),
                "evidence.toast.handed");
    }

    private Instant when() {
        return getAnswers().instant("handedAt", language.getZone()).orElse(null);
    }

    public String check() {
        register = null;
        return act.perform(
                () -> doors.check(page.getId(), evidence(), new NewCheck(typed("sha256"))),
                here(),
                "evidence.toast.checked");
    }

    private UUID evidence() {
        return Ids.parse(id);
    }

    private String here() {
        return page.at("/evidence/one") + "&evidence=" + evidence();
    }

    private String typed(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
