package org.alongside.web.careplan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.careplan.NeedService;
import org.alongside.careplan.NeedsView;
import org.alongside.careplan.NewNeedsAssessment;
import org.alongside.careplan.NewNeedsAssessment.NewFound;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.web.casefile.CaseDraft;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Dates;

/** Assesses her needs and strengths with her, domain by domain; what was found the last time stands beside. */
@Named
@RequestScoped
public class AssessNeedsPage {
    private static final Pattern FIELD = Pattern.compile("found\\.(\\d+)\\.(\\w+)");

    @EJB
    private NeedService needs;

    @Inject
    private ReadCasePage page;

    @Inject
    private CaseDraft draft;

    @Inject
    private CodeWords codes;

    @Inject
    private Dates dates;

    private NeedsView before;

    /** An address without a draft goes on with what was begun, or begins. */
    public String begin() {
        if (draft.getId() != null) {
            return null;
        }
        return "/careplan/assess.xhtml?faces-redirect=true&case=" + page.getId() + "&draft="
                + draft.begin("needs", any -> true, this::first);
    }

    private Answers first() {
        Answers first = new Answers();
        first.put("point", getBefore().assessments().isEmpty() ? "ENTRY" : "QUARTER");
        first.put("rater", "TOGETHER");
        first.put("assessedOn", today());
        return first;
    }

    private LocalDate today() {
        return dates.getMinute().toLocalDate();
    }

    public NeedsView getBefore() {
        if (before == null) {
            before = needs.of(page.getId());
        }
        return before;
    }

    /** Where she stood in a domain the last time that it was talked about; null where it never was. */
    public NeedsView.Found before(String domain) {
        return getBefore().assessments().stream()
                .flatMap(one -> one.in(domain).stream())
                .findFirst()
                .orElse(null);
    }

    /** In how many domains it was said where she stands. */
    public long getTalkedAbout() {
        return codes.of("care_domain").stream()
                .filter(domain -> text("level_" + domain) != null)
                .count();
    }

    /** The domain that is open when the page is shown: where something is wrong, else the first that was not talked about. */
    public String getFirst() {
        return codes.of("care_domain").stream()
                .filter(this::wrong)
                .findFirst()
                .or(() -> codes.of("care_domain").stream()
                        .filter(domain -> text("level_" + domain) == null)
                        .findFirst())
                .orElse(null);
    }

    /** Whether something stands against an answer in that domain. */
    public boolean wrong(String domain) {
        FacesContext faces = FacesContext.getCurrentInstance();
        return Stream.of("level_", "need_", "strength_")
                .anyMatch(field -> !faces.getMessageList(field + domain).isEmpty());
    }

    public Answers getAnswers() {
        return draft.getAnswers();
    }

    public String save() {
        List<NewFound> found = found();
        return draft.handIn(
                key -> {
                    try {
                        needs.assess(page.getId(), assessed(found), key);
                    } catch (Refusal refusal) {
                        throw beside(refusal, found);
                    }
                    return "/careplan/needs.xhtml?faces-redirect=true&case=" + page.getId();
                },
                "careplan.toast.assessed");
    }

    private NewNeedsAssessment assessed(List<NewFound> found) {
        return new NewNeedsAssessment(
                text("point"), text("rater"), getAnswers().day("assessedOn").orElse(null), found);
    }

    /** What was answered of any domain; a need without a level is refused and not lost. */
    private List<NewFound> found() {
        List<NewFound> found = new ArrayList<>();
        for (String domain : codes.of("care_domain")) {
            NewFound one =
                    new NewFound(domain, text("level_" + domain), text("need_" + domain), text("strength_" + domain));
            if (one.level() != null || one.need() != null || one.strength() != null) {
                found.add(one);
            }
        }
        return found;
    }

    /** The fields of a domain are named by its code on the page, and by its place in what is handed in. */
    private static Refusal beside(Refusal refusal, List<NewFound> found) {
        return new Refusal(
                refusal.kind(),
                refusal.reasons().stream()
                        .map(reason -> {
                            Matcher field = FIELD.matcher(String.valueOf(reason.field()));
                            return field.matches()
                                    ? Reason.at(
                                            field.group(2) + "_"
                                                    + found.get(Integer.parseInt(field.group(1)))
                                                            .domain(),
                                            reason.code(),
                                            reason.values().toArray())
                                    : reason;
                        })
                        .toList());
    }

    private String text(String field) {
        return getAnswers().text(field).filter(text -> !text.isBlank()).orElse(null);
    }
}
