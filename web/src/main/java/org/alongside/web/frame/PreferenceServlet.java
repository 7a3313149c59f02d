package org.alongside.web.frame;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Takes a change of language or theme from the menu, then goes back to the page it came from. */
@WebServlet("/preference")
public class PreferenceServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Preference preference : Preference.values()) {
            String value = request.getParameter(preference.name().toLowerCase(Locale.ROOT));
            if (value != null) {
                preference.keep(value, request).ifPresent(response::addCookie);
            }
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back(request.getParameter("back"), request.getContextPath()));
    }

    /** Only a path of our own; anything that a browser could read as another host goes to the start instead. */
    static String back(String wanted, String contextPath) {
        boolean ours = wanted != null
                && wanted.startsWith(contextPath + "/")
                && !wanted.startsWith("//")
                && wanted.chars().noneMatch(letter -> letter == '\\' || letter <= ' ' || letter == 0x7f);
        return ours ? wanted : contextPath + "/";
    }
}
