package org.alongside.web.attestation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.attestation.AttestationService;
import org.alongside.attestation.AttestationView;
import org.alongside.attestation.NewAttestation;
import org.alongside.shared.AttestationId;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.worklist.WhoIsHere;
import org.omnifaces.cdi.Param;

/** Somebody of the organisation that got something says what became of it. */
@Named
@RequestScoped
public class AttestReturnPage {
    @EJB
    private AttestationService attestations;

    @Inject
    private WhoIsHere who;

    @Inject
    private Act act;

    @Inject
    @Param
    private String attestation;

    private final Answers answers = new Answers();
    private AttestationView view;

    public AttestationView getView() {
        if (view == null) {
            view = attestations.find(AttestationId.of(attestation));
        }
        return view;
    }

    public Answers getAnswers() {
        return answers;
    }

    /** Whether the reader belongs to the organisation that is asked and it still waits for an answer. */
    public boolean isAnswerable() {
        return getView().open()
                && who.worker()
                        .filter(one -> one.organisation().equals(getView().holder()))
                        .isPresent();
    }

    public String attest() {
        return act.perform(
                () -> attestations.attest(
                        getView().id(),
                        new NewAttestation(
                                answers.text("answer").orElse(null),
                                answers.text("duty").orElse(null))),
                "/worklist/mine.xhtml?faces-redirect=true",
                "attestation.toast");
    }
}
