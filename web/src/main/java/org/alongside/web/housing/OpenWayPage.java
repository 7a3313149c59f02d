package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.alongside.housing.AddressService;
import org.alongside.housing.AddressService.Escort;
import org.alongside.housing.AddressService.NewEscort;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;

/** Opens the way to the house to the one who brings her, for hours, and closes it. */
@Named
@RequestScoped
public class OpenWayPage {
    private static final List<Integer> HOURS = List.of(2, 4, 8, 12, 24);

    @EJB
    private AddressService addresses;

    @Inject
    private FollowPlacementPage page;

    @Inject
    private Dates dates;

    @Inject
    private Act act;

    private final Answers answers = new Answers();
    private List<Escort> escorts;

    public Answers getAnswers() {
        return answers;
    }

    public List<Integer> getHours() {
        return HOURS;
    }

    public List<Escort> getEscorts() {
        if (escorts == null) {
            escorts = addresses.escorts(page.getId());
        }
        return escorts;
    }

    /** Those to whom it is open now. */
    public List<Escort> getOpen() {
        return getEscorts().stream().filter(one -> one.until().isPresent()).toList();
    }

    public String open() {
        return perform(
                () -> addresses.open(
                        page.getId(),
                        new NewEscort(
                                answers.text("worker").map(WorkerId::of).orElse(null),
                                dates.getNow().plus(Duration.ofHours(hours())))),
                "housing.toast.way");
    }

    private int hours() {
        return HOURS.stream()
                .filter(any -> any.toString().equals(answers.text("hours").orElse("")))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, List.of(Reason.at("hours", "missing"))));
    }

    public String close(String worker) {
        return perform(() -> addresses.close(page.getId(), WorkerId.of(worker)), "housing.toast.wayClosed");
    }

    private String perform(Runnable doing, String said) {
        return act.perform(doing, FollowPlacementPage.HERE + page.getId(), said);
    }
}
