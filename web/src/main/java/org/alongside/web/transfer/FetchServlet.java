package org.alongside.web.transfer;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.alongside.shared.ExportId;
import org.alongside.transfer.ExportService;

/** Hands the encrypted file out, once: {@code POST /transfer/file?export=}; kept by no browser's cache. */
@WebServlet("/transfer/file")
public class FetchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient ExportService exports;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = exports.fetch(ExportId.of(request.getParameter("export")));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"cases.zip\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
