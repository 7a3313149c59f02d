package org.alongside.web.proceeding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.alongside.proceeding.CounselService;
import org.alongside.proceeding.CounselView;
import org.alongside.proceeding.CounselView.Counsel;
import org.alongside.proceeding.NewCounsel;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.shared.Ids;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;

/** Who acts in a matter, the check for conflicts, and what was signed; her lawyer's alone. */
@Named
@RequestScoped
public class KeepCounselPage {
    @EJB
    private CounselService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private Act act;

    private final Answers answers = new Answers();

    private CounselView view;

    public Answers getAnswers() {
        return answers;
    }

    public CounselView getView() {
        if (view == null) {
            page.getMatter();
            view = doors.of(page.getId());
        }
        return view;
    }

    /** Whether a mandate runs. */
    public boolean isSigned() {
        return getView().mandates().stream().anyMatch(one -> one.endedOn().isEmpty());
    }

    /** Whether nothing of the case goes into the matter until a check is clear; not asked of who only reads it. */
    public boolean isShut() {
        return page.getMatter().changeable() && getView().checkFirst();
    }

    /** Colleagues to choose among: all but who acts. */
    public List<Counsel> getColleagues() {
        return getView().lawyers().stream()
                .filter(one -> getView().counsel().map(Counsel::worker).stream().noneMatch(one.worker()::equals))
                .toList();
    }

    public String check() {
        return act.handIn(
                () -> new NewConflictCheck(
                        text("opposing"),
                        said("otherMatter"),
                        said("colleague"),
                        said("known"),
                        answers.several("apart").stream().map(Ids::parse).toList()),
                (found, key) -> doors.check(page.getId(), found, key),
                here(),
                "proceeding.toast.checked");
    }

    public String sign() {
        return act.handIn(
                () -> new NewMandate(
                        text("giver"),
                        text("scope"),
                        answers.day("signedOn").orElse(null),
                        answers.day("untilOn").orElse(null)),
                (mandate, key) -> doors.sign(page.getId(), mandate, key),
                here(),
                "proceeding.toast.signed");
    }

    public String endMandate() {
        return perform(
                () -> doors.endMandate(
                        page.getId(),
                        new NewMandateEnd(
                                text("endedBy"), answers.day("endedOn").orElse(null))),
                "proceeding.toast.mandateEnded");
    }

    public String handOver() {
        UUID worker = answers.text("worker").map(Ids::parse).orElse(null);
        return perform(() -> doors.handOver(page.getId(), new NewCounsel(worker)), "proceeding.toast.handedOver");
    }

    private String perform(Runnable doing, String done) {
        view = null;
        return act.perform(doing, here(), done);
    }

    /** Where this page is, as a next page. */
    public String here() {
        return page.at("/proceeding/counsel");
    }

    private Boolean said(String field) {
        return answers.text(field).map("yes"::equals).orElse(null);
    }

    private String text(String field) {
        return answers.text(field).orElse(null);
    }
}
