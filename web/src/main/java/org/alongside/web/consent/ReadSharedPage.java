package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.alongside.access.Permission;
import org.alongside.attestation.AttestationService;
import org.alongside.attestation.AttestationView;
import org.alongside.attestation.SharedView;
import org.alongside.disclosure.DisclosureService;
import org.alongside.disclosure.DisclosureView;
import org.alongside.shared.AttestationId;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Act;

/** What had been shared with whom, when it was last opened there, and what became of it where she took her agreement back. */
@Named
@RequestScoped
public class ReadSharedPage {
    @EJB
    private AttestationService attestations;

    @EJB
    private DisclosureService disclosures;

    @Inject
    private ReadCasePage page;

    @Inject
    private Allowed allowed;

    @Inject
    private Act act;

    private List<Line> lines;
    private List<DisclosureView> told;

    public List<Line> getLines() {
        if (lines == null) {
            List<AttestationView> asked = attestations.of(page.getId());
            lines = attestations.shared(page.getId()).stream()
                    .map(shared -> new Line(
                            shared,
                            asked.stream()
                                    .filter(one -> one.consent().equals(shared.consent()))
                                    .findFirst()))
                    .toList();
        }
        return lines;
    }

    /** What was told without her agreement, or is to be. */
    public List<DisclosureView> getDisclosures() {
        if (told == null) {
            told = disclosures.of(page.getId());
        }
        return told;
    }

    /** How many are late with their answer. */
    public long getLate() {
        return getLines().stream()
                .flatMap(line -> line.asked().stream())
                .filter(asked -> asked.status().equals("LATE"))
                .count();
    }

    /** Whether the reader may say that no answer is to be expected any more. */
    public boolean isStopping() {
        return allowed.ever(Permission.STOP_ASKING);
    }

    public String stop(String attestation) {
        return act.perform(
                () -> attestations.stopAsking(AttestationId.of(attestation)),
                "/consent/shared.xhtml?faces-redirect=true&case=" + page.getId(),
                "consent.toast.stopped");
    }

    /** What was shared under one consent, and what was asked back of it. */
    public record Line(SharedView shared, Optional<AttestationView> asked) {}
}
