package org.alongside.web.draft;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.alongside.casefile.DraftService;
import org.alongside.shared.DraftId;
import org.alongside.shared.Refusal;

/**
 * Keeps what is typed into a form while it is typed: {@code POST /draft/{id}} with the fields of the form, as the script
 * of drafts sends them. Fields that are not sent stay as they are, so a form may keep several pages in one draft.
 * {@code POST /draft/page?of=...} keeps the draft of a page, or throws it away where {@code forget} is sent. Answers 204
 * and the instant in {@code X-Saved-At}. A page that was sent after its session had ended is forwarded here: what it says
 * is kept too, and its address is read again.
 */
@WebServlet("/draft/*")
public class DraftServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient DraftService drafts;

    @Inject
    private transient PageDraft page;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        boolean forwarded = request.getDispatcherType() == DispatcherType.FORWARD;
        boolean forget = request.getParameter("forget") != null && request.getParameter("of") != null;
        if (!forwarded && !forget && request.getHeader("X-Requested-With") == null) {
            // a page of another site can send a form here, but not this header
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String address = forwarded ? address(request) : request.getParameter("of");
        if (address != null && !Way.isPage(address)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            if (forget) {
                page.discard(address);
                response.sendRedirect(address);
                return;
            }
            Instant saved = keep(request, address);
            if (forwarded) {
                response.sendRedirect(address);
                return;
            }
            response.setHeader("X-Saved-At", saved.toString());
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (Refusal refusal) {
            response.sendError(
                    switch (refusal.kind()) {
                        case NOT_THERE -> HttpServletResponse.SC_NOT_FOUND;
                        case INVALID -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
                        default -> HttpServletResponse.SC_FORBIDDEN;
                    });
        }
    }

    private Instant keep(HttpServletRequest request, String address) {
        String id = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (id.equals(PageDraft.OF_PAGE) && address != null) {
            return page.keep(address, request.getParameterMap());
        }
        Answers answers = Answers.of(drafts.read(DraftId.of(id)).answers());
        answers.take(request.getParameterMap());
        return drafts.save(DraftId.of(id), answers.json());
    }

    private static String address(HttpServletRequest request) {
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) + (query == null ? "" : "?" + query);
    }
}
