package org.alongside.web.evidence;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.document.DocumentsOfMatter.OfMatter;
import org.alongside.evidence.EvidenceService;
import org.alongside.evidence.EvidenceView.EvidenceEntry;
import org.alongside.evidence.NewEvidence;
import org.alongside.shared.DocumentId;
import org.alongside.shared.Ids;
import org.alongside.shared.Refusal;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Text;
import org.alongside.web.proceeding.ReadMatterPage;
import org.omnifaces.cdi.Param;

/** Enters evidence, or says anew what a piece is. */
@Named
@RequestScoped
public class EnterEvidencePage {
    @EJB
    private EvidenceService doors;

    @Inject
    private ReadMatterPage page;

    @Inject
    private ReadEvidencePage register;

    @Inject
    private Text text;

    @Inject
    private Act act;

    /** The piece of which it is said anew what it is; null: a new one. */
    @Inject
    @Param(name = "evidence")
    private String id;

    private Answers answers;

    public boolean isNew() {
        return id == null || id.isEmpty();
    }

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            if (!isNew()) {
                begin(register.getOne().entry());
            }
        }
        return answers;
    }

    private void begin(EvidenceEntry there) {
        answers.put("kind", there.kind());
        answers.put("words", there.words());
        answers.put("source", there.source());
        answers.put("sourceOn", there.sourceOn().toString());
        answers.put("originalWith", there.original().role());
        there.original().name().ifPresent(name -> answers.put("originalName", name));
        there.document()
                .ifPresentOrElse(
                        document -> answers.put(
                                "document",
                                document + "/" + there.documentVersion().orElseThrow()),
                        () -> there.sha256().ifPresent(hash -> answers.put("sha256", hash)));
    }

    /** Each version of each document of the matter, the newest of each first. */
    public List<Choice> getDocuments() {
        List<Choice> choices = new ArrayList<>();
        for (OfMatter document : register.getRegister().documents()) {
            for (int version = document.latest(); version >= 1; version--) {
                choices.add(new Choice(
                        document.id() + "/" + version,
                        text.of("evidence.document.version", document.title(), version)));
            }
        }
        return choices;
    }

    /** @param value id and version */
    public record Choice(String value, String label) {}

    public String save() {
        return act.handIn(
                this::written,
                (said, key) -> {
                    if (isNew()) {
                        doors.enter(page.getId(), said, key);
                    } else {
                        doors.correct(page.getId(), Ids.parse(id), said, key);
                    }
                },
                isNew() ? page.at("/evidence/of") : page.at("/evidence/one") + "&evidence=" + Ids.parse(id),
                isNew() ? "evidence.toast.entered" : "evidence.toast.corrected");
    }

    private NewEvidence written() {
        Optional<String[]> document = getAnswers().text("document").map(said -> said.split("/", 2));
        return new NewEvidence(
                typed("kind"),
                typed("words"),
                typed("source"),
                getAnswers().day("sourceOn").orElse(null),
                typed("originalWith"),
                typed("originalName"),
                document.map(said -> new DocumentId(id(said[0]))).orElse(null),
                document.map(said -> number(said[1])).orElse(null),
                typed("sha256"));
    }

    private static UUID id(String said) {
        return Ids.parse(said);
    }

    private static int number(String said) {
        if (!said.matches("\\d{1,6}")) {
            throw Refusal.notThere();
        }
        return Integer.parseInt(said);
    }

    private String typed(String field) {
        return getAnswers().text(field).orElse(null);
    }
}
