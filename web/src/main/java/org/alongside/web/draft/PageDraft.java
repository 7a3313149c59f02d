package org.alongside.web.draft;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.casefile.DraftService;
import org.alongside.casefile.DraftService.Draft;
import org.alongside.casefile.DraftService.NewDraft;
import org.alongside.shared.DraftId;

/**
 * What is typed into a form that is soon done, kept by the address of its page until it is handed in: so that a session
 * that ends in the middle takes nothing along. Longer forms keep a draft of their own.
 */
@Named
@RequestScoped
public class PageDraft {
    /** What stands in the place of a draft's id for the draft of the page itself. */
    public static final String OF_PAGE = "page";

    private static final String KIND = "page";
    private static final String ADDRESS = "page_address";
    private static final int MOST_KEPT = 5;

    @EJB
    private DraftService drafts;

    @Inject
    private HttpServletRequest request;

    private Optional<Answers> kept;

    /** The address of the page being read, query included. */
    public String getPage() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Where the script of drafts sends what is typed on this page. */
    public String getKeeper() {
        return request.getContextPath() + "/draft/" + OF_PAGE + "?of="
                + URLEncoder.encode(getPage(), StandardCharsets.UTF_8);
    }

    /** What was typed on this page and not handed in. */
    public Optional<Answers> kept() {
        if (kept == null) {
            kept = of(getPage()).stream().findFirst().map(draft -> Answers.of(draft.answers()));
        }
        return kept;
    }

    /** Keeps these fields of a page beside those that are kept; answers when. The pages left long ago make room for a new one. */
    Instant keep(String page, Map<String, String[]> form) {
        List<Draft> ofPages = ofPages();
        Optional<Draft> begun =
                ofPages.stream().filter(draft -> isOf(page, draft)).findFirst();
        Answers answers = begun.map(draft -> Answers.of(draft.answers())).orElseGet(Answers::new);
        answers.take(form);
        answers.put(ADDRESS, page);
        DraftId id = begun.map(Draft::id).orElseGet(() -> {
            ofPages.stream().skip(MOST_KEPT - 1L).map(Draft::id).forEach(drafts::discard);
            return drafts.begin(new NewDraft(KIND, null));
        });
        return drafts.save(id, answers.json());
    }

    /** Throws away what was kept of a page, when it was handed in or is not wanted. */
    public void discard(String page) {
        of(page).stream().map(Draft::id).forEach(drafts::discard);
    }

    private List<Draft> of(String page) {
        return ofPages().stream().filter(draft -> isOf(page, draft)).toList();
    }

    private static boolean isOf(String page, Draft draft) {
        return Answers.of(draft.answers()).text(ADDRESS).filter(page::equals).isPresent();
    }

    private List<Draft> ofPages() {
        return drafts.mine().stream().filter(draft -> draft.kind().equals(KIND)).toList();
    }
}
