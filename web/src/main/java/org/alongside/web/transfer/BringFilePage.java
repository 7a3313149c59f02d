package org.alongside.web.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.alongside.shared.ImportId;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.transfer.CsvText;
import org.alongside.transfer.ImportService;
import org.alongside.transfer.ImportService.Caseworker;
import org.alongside.transfer.ImportView;
import org.alongside.transfer.NewImport;
import org.alongside.transfer.NewImport.Everyone;
import org.alongside.web.draft.Answers;
import org.alongside.web.frame.Reasons;

/** Has a file of cases looked through, and shows those that were brought before. */
@Named
@RequestScoped
public class BringFilePage {
    private static final String CTDC = "CTDC";
    private static final int MOST_BYTES = CsvText.LONGEST * 3;

    @EJB
    private ImportService imports;

    @Inject
    private Reasons reasons;

    private Answers answers;
    private Part file;
    private List<ImportView> brought;

    public Answers getAnswers() {
        if (answers == null) {
            answers = new Answers();
            answers.put("format", "ALONGSIDE");
            answers.put("legalBasis", "CONSENT");
        }
        return answers;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** Whether it has the columns of the global dataset, for which more is asked. */
    public boolean isOfDataset() {
        return CTDC.equals(getAnswers().text("format").orElse(""));
    }

    public List<Caseworker> getCaseworkers() {
        return imports.caseworkers();
    }

    public List<ImportView> getBrought() {
        if (brought == null) {
            brought = imports.list();
        }
        return brought;
    }

    public String look() {
        try {
            ImportId id = imports.look(new NewImport(
                    getAnswers().text("format").orElse(null),
                    text(),
                    answers.text("caseworker").map(WorkerId::of).orElse(null),
                    answers.text("legalBasis").orElse(null),
                    isOfDataset() ? everyone() : null));
            return "/transfer/import.xhtml?faces-redirect=true&import=" + id;
        } catch (Refusal refusal) {
            reasons.show(refusal);
            return null;
        }
    }

    private Everyone everyone() {
        return new Everyone(
                one("language"),
                one("region"),
                one("medium"),
                answers.yes("everyone_limitsExplained"),
                answers.text("everyone_unknownAge")
                        .filter(age -> age.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .orElse(null),
                one("childGiver"),
                one("childGiverRight"),
                one("childAssent"),
                one("viewsNotAsked"));
    }

    private String one(String field) {
        return answers.text("everyone_" + field).orElse(null);
    }

    private String text() {
        if (file == null || file.getSize() == 0) {
            throw wrong(Reason.at("file", "no-file"));
        }
        if (file.getSize() > MOST_BYTES) {
            throw wrong(Reason.at("file", "too-long", CsvText.LONGEST));
        }
        try (InputStream in = file.getInputStream()) {
            Optional<String> text = CsvText.decode(in.readAllBytes());
            return text.orElseThrow(() -> wrong(Reason.at("file", "not-utf-8")));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static Refusal wrong(Reason reason) {
        return new Refusal(Refusal.Kind.INVALID, List.of(reason));
    }
}
