package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.alongside.casefile.CaseCode;
import org.alongside.casefile.FindService;
import org.alongside.casefile.NameMatch;
import org.alongside.casefile.NameSearch;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Reasons;
import org.omnifaces.cdi.Param;

/**
 * Finds one survivor by a name or by the code of her case. What is looked for is sent as a form and stands in no address,
 * so this page is shown in answer to it and not after it.
 */
@Named
@RequestScoped
public class FindSurvivorPage {
    private static final int ROWS = 25;

    @EJB
    private FindService find;

    @Inject
    private Reasons reasons;

    @Inject
    private HttpServletRequest request;

    @Inject
    @Param(name = "find")
    private String words;

    @Inject
    @Param
    private String after;

    private Page<NameMatch> page = new Page<>(List.of(), Optional.empty());
    private boolean looked;
    private boolean codeNotFound;

    /** A code leads to its file; words to those whose names they stand in. */
    public String look() {
        if (!isAsked()) {
            return null;
        }
        try {
            if (CaseCode.read(words).isPresent()) {
                return "/casefile/file.xhtml?faces-redirect=true&case=" + find.byCode(words);
            }
            page = find.byName(new NameSearch(words, after), ROWS);
            looked = true;
        } catch (Refusal refusal) {
            codeNotFound = refusal.kind() == Refusal.Kind.NOT_THERE;
            if (!codeNotFound) {
                reasons.show(refusal);
            }
        }
        return null;
    }

    /** Nothing that stands in an address is looked for. */
    private boolean isAsked() {
        return "POST".equals(request.getMethod()) && words != null && !words.isBlank();
    }

    /** What was looked for, to change it. */
    public String getWords() {
        return isAsked() ? words : "";
    }

    public Page<NameMatch> getPage() {
        return page;
    }

    /** Whether somebody was looked for by a name and nobody found. */
    public boolean isNobody() {
        return looked && page.items().isEmpty();
    }

    /** Whether a code was looked for that leads to no file of the reader's. */
    public boolean isCodeNotFound() {
        return codeNotFound;
    }
}
