package org.alongside.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.alongside.web.frame.Languages;
import org.alongside.web.print.PrintServlet;

/** What the answers that are paper have in common. */
final class Paper {

    static final String PDF = "application/pdf";
    static final String TAG = "Paper";
    static final String DESCRIPTION =
            "What the caller may read, as PDF, marked on every page with who printed it and when; every print is audited";

    private Paper() {}

    static Locale language(HttpHeaders headers) {
        return Languages.first(headers.getAcceptableLanguages().stream());
    }

    static Response of(byte[] pdf) {
        return Response.ok(pdf)
                .header(HttpHeaders.CONTENT_DISPOSITION, PrintServlet.NAME)
                .build();
    }
}
