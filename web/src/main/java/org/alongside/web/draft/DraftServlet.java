package org.alongside.web.draft;

import jakarta.ejb.EJB;
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
 * Answers 204 and the instant in {@code X-Saved-At}. A page that was sent after its session had ended is forwarded here:
 * what it says is kept too, and its address is read again.
 */
@WebServlet("/draft/*")
public class DraftServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient DraftService drafts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean page = request.getDispatcherType() == DispatcherType.FORWARD;
        if (!page && request.getHeader("X-Requested-With") == null) {
            // a page of another site can send a form here, but not this header
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            DraftId id = DraftId.of(
                    request.getPathInfo() == null ? "" : request.getPathInfo().substring(1));
            Answers answers = Answers.of(drafts.read(id).answers());
            answers.take(request.getParameterMap());
            Instant saved = drafts.save(id, answers.json());
            if (page) {
                response.sendRedirect(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) + "?"
                        + request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING));
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
}
