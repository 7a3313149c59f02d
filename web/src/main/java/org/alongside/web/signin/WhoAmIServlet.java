package org.alongside.web.signin;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.alongside.access.WhoAmI;

/** Who has signed in, for a browser. */
@WebServlet("")
public class WhoAmIServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient WhoAmI whoAmI;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .printf(
                        "<!doctype html><title>Alongside</title><pre id='who'>%s</pre>"
                                + "<form method='post' action='/sign-out'><button id='out'>Sign out</button></form>",
                        whoAmI.answer());
    }
}
