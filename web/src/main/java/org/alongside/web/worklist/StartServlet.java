package org.alongside.web.worklist;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.alongside.web.frame.Frame;
import org.alongside.web.frame.Place;

/** Leads from the bare address to the first place of the person who signed in, which is My work for nearly everybody. */
@WebServlet("")
public class StartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Frame frame;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Frame.Stop> first = frame.getPlaces().stream().findFirst();
        response.sendRedirect(
                request.getContextPath() + first.map(Frame.Stop::page).orElse(Place.WORK.page()));
    }
}
