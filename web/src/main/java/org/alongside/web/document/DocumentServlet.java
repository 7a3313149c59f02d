package org.alongside.web.document;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.alongside.document.DocumentFile;
import org.alongside.document.DocumentService;
import org.alongside.shared.DocumentId;
import org.alongside.shared.Refusal;

/** A version for those who read pages, {@code /document/file?document=&version=}: to be kept, never shown within a page, and named after nobody. */
@WebServlet("/document/file")
public class DocumentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient DocumentService documents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DocumentId id = DocumentId.of(
                Optional.ofNullable(request.getParameter("document")).orElse(""));
        try (DocumentFile file = documents.open(id, number(request.getParameter("version")))) {
            response.setContentType(file.type().media());
            response.setHeader("Content-Disposition", attached(file));
            response.setContentLengthLong(file.bytes());
            file.to(response.getOutputStream());
        }
    }

    /** What it is called on the disk of whoever keeps it. */
    public static String attached(DocumentFile file) {
        return "attachment; filename=\"" + file.type().fileName() + "\"";
    }

    private static int number(String text) {
        if (text == null || !text.matches("\\d{1,6}")) {
            throw Refusal.notThere();
        }
        return Integer.parseInt(text);
    }
}
