package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.alongside.proceeding.MatterView;
import org.alongside.proceeding.MatterView.LawyersFile;
import org.alongside.proceeding.MatterView.Minimum;
import org.alongside.proceeding.MatterView.Support;
import org.alongside.proceeding.NewMatter;
import org.alongside.proceeding.NewMatter.NewCompensation;
import org.alongside.proceeding.NewMatter.NewHearing;
import org.alongside.proceeding.ProceedingService;
import org.alongside.shared.MatterId;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.casefile.StaleEdit;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** Opens a legal matter, or rewrites one: how far it is, when she must be where, what she needs, and the lawyer's own note. */
@Named
@RequestScoped
public class WriteMatterPage {
    @EJB
    private ProceedingService proceedings;

    @Inject
    private ReadCasePage page;

    @Inject
    private CaseDraft draft;

    @Inject
    private StaleEdit edit;

    @Inject
    private Language language;

    /** The matter that is rewritten; null: a new one. */
    @Inject
    @Param
    private String matter;

    private Answers answers;

    /** An address without a draft goes on with what was begun, or begins. */
    public String begin() {
        if (matter != null || draft.getId() != null) {
            return null;
        }
        return "/proceeding/write.xhtml?faces-redirect=true&case=" + page.getId() + "&draft="
                + draft.begin("matter", any -> true, WriteMatterPage::first);
    }

    private static Answers first() {
        Answers first = new Answers();
        first.put("stage", "ADVICE");
        return first;
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = matter == null ? draft.getAnswers() : present();
        }
        return answers;
    }

    private Answers present() {
        MatterView there = proceedings.read(MatterId.of(matter));
        LawyersFile file = there.file().orElseThrow(Refusal::notThere);
        Minimum dates = there.minimum().orElseThrow(Refusal::notThere);
        Answers present = new Answers();
        present.put("track", file.track());
        present.put("stage", file.stage());
        present.put("note", file.note());
        present.put("hearing_at", dates.hearingAt().map(this::here).orElse(null));
        present.put("hearing_type", file.hearingType().orElse(null));
        present.put("hearing_place", dates.place().orElse(null));
        present.put("hearing_mode", file.hearingMode().orElse(null));
        present.put("needs", dates.supports().stream().map(Support::need).toList());
        present.put("protection", dates.protection());
        present.put("deadlineOn", dates.deadlineOn().orElse(null));
        file.compensation().ifPresent(compensation -> {
            present.put(
                    "compensation_claimed",
                    compensation.claimed().map(BigDecimal::toPlainString).orElse(null));
            present.put(
                    "compensation_ordered",
                    compensation.ordered().map(BigDecimal::toPlainString).orElse(null));
            present.put(
                    "compensation_paid",
                    compensation.paid().map(BigDecimal::toPlainString).orElse(null));
            present.put(
                    "compensation_most",
                    compensation.most().map(BigDecimal::toPlainString).orElse(null));
            present.put("compensation_currency", compensation.currency().orElse(null));
            present.put(
                    "compensation_freezeAskedOn", compensation.freezeAskedOn().orElse(null));
            present.put("compensation_finalOn", compensation.finalOn().orElse(null));
        });
        return edit.begin(present, there.version());
    }

    private String here(Instant at) {
        return LocalDateTime.ofInstant(at, language.getZone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    public boolean isNew() {
        return matter == null;
    }

    public String save() {
        String back = "/proceeding/of.xhtml?faces-redirect=true&case=" + page.getId();
        if (matter != null) {
            return edit.save(
                    "",
                    version -> proceedings.change(MatterId.of(matter), written(), version),
                    back,
                    "proceeding.toast.changed");
        }
        return draft.handIn(
                key -> {
                    proceedings.open(page.getId(), written(), key);
                    return back;
                },
                "proceeding.toast.opened");
    }

    private NewMatter written() {
        return new NewMatter(
                text("track"),
                text("stage"),
                text("note"),
                hearing(),
                getAnswers().several("needs"),
                getAnswers().several("protection"),
                getAnswers().day("deadlineOn").orElse(null),
                compensation());
    }

    /** Whether anything is said of money: then it is in sight. */
    public boolean isMoneySaid() {
        return Stream.of("claimed", "ordered", "paid", "most", "currency", "freezeAskedOn", "finalOn")
                .anyMatch(field -> getAnswers().text("compensation_" + field).isPresent());
    }

    private NewCompensation compensation() {
        return isMoneySaid()
                ? new NewCompensation(
                        amount("compensation_claimed"),
                        amount("compensation_ordered"),
                        amount("compensation_paid"),
                        amount("compensation_most"),
                        getAnswers().currency("compensation_currency").orElse(null),
                        getAnswers().day("compensation_freezeAskedOn").orElse(null),
                        getAnswers().day("compensation_finalOn").orElse(null))
                : null;
    }

    private BigDecimal amount(String field) {
        return getAnswers().amount(field).orElse(null);
    }

    /** None where nothing was said of one at all; else what is missing is told. */
    private NewHearing hearing() {
        boolean said = Stream.of("hearing_at", "hearing_type", "hearing_place", "hearing_mode")
                .anyMatch(field -> getAnswers().text(field).isPresent());
        return said
                ? new NewHearing(
                        getAnswers().instant("hearing_at", language.getZone()).orElse(null),
                        text("hearing_type"),
                        text("hearing_place"),
                        text("hearing_mode"))
                : null;
    }

    private String text(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
