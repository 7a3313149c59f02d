package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.housing.HouseRulesService;
import org.alongside.housing.HouseRulesView;
import org.alongside.housing.HouseRulesView.RulesText;
import org.alongside.housing.NewHouseRules;
import org.alongside.housing.NewHouseRules.NewRulesText;
import org.alongside.housing.NewHouseRules.NewRulesTold;
import org.alongside.housing.PlacementService;
import org.alongside.housing.StayView;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.draft.Answers;
import org.alongside.web.draft.FilledRows;
import org.alongside.web.frame.Act;
import org.omnifaces.cdi.Param;

/** The rules of a house: to read to somebody who lives there, and to write anew. */
@Named
@RequestScoped
public class HouseRulesPage {
    /** In how many languages they are written on one page. */
    private static final int MOST = 6;

    @EJB
    private HouseRulesService rules;

    @EJB
    private PlacementService placements;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    @Inject
    @Param
    private String house;

    @Inject
    @Param
    private String placement;

    private final Answers answers = new Answers();
    private HouseRulesView view;
    private StayView her;
    private String shown;

    public HouseRulesView getView() {
        if (view == null) {
            view = rules.read(FacilityId.of(house));
        }
        return view;
    }

    /** To whom they are read, if to somebody. */
    public StayView getHer() {
        if (her == null && placement != null) {
            her = placements.read(PlacementId.of(placement));
        }
        return her;
    }

    /** The text to read to her: in her language, or the nearest that there is. */
    public RulesText getText() {
        return getView().textFor(getHer().wanted().language()).orElse(null);
    }

    public String getToldIn() {
        return answers.text("toldIn").orElse(getHer().wanted().language());
    }

    public void setToldIn(String code) {
        answers.put("toldIn", code);
    }

    public Answers getAnswers() {
        return answers;
    }

    public boolean isWriting() {
        return getHer() == null && allowed.ever(Permission.KEEP_HOUSES);
    }

    /** The form begins with the texts as they stand. */
    public void begin() {
        if (isWriting()) {
            List<RulesText> texts = getView().texts();
            for (int at = 0; at < texts.size(); at++) {
                answers.put("texts_" + at + "_language", texts.get(at).language());
                answers.put("texts_" + at + "_words", texts.get(at).words());
            }
        }
    }

    public String getVersion() {
        return String.valueOf(getView().version());
    }

    /** The version that was shown when the form was drawn. */
    public void setVersion(String version) {
        shown = version;
    }

    public String write() {
        FilledRows written = new FilledRows("texts");
        return act.perform(
                () -> {
                    NewHouseRules whole = new NewHouseRules(texts(written), number());
                    written.send(() -> rules.write(FacilityId.of(house), whole));
                },
                "/housing/people.xhtml?faces-redirect=true&house=" + house,
                "housing.toast.rules");
    }

    public String tell() {
        return act.perform(
                () -> rules.tell(PlacementId.of(placement), new NewRulesTold(number(), getToldIn())),
                "/housing/people.xhtml?faces-redirect=true&house=" + house,
                "housing.toast.rulesTold");
    }

    private Integer number() {
        return shown != null && shown.matches("[0-9]{1,9}") ? Integer.valueOf(shown) : null;
    }

    private List<NewRulesText> texts(FilledRows written) {
        List<NewRulesText> texts = new ArrayList<>();
        for (int at = 0; at < MOST; at++) {
            Optional<String> language = answers.text("texts_" + at + "_language");
            Optional<String> words = answers.text("texts_" + at + "_words");
            if (language.isPresent() || words.isPresent()) {
                texts.add(new NewRulesText(language.orElse(null), words.orElse(null)));
                written.add(at);
            }
        }
        return texts;
    }
}
