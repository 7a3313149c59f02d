package org.alongside.web.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alongside.health.Vitals;

/**
 * Answers how the product is, as MicroProfile Health does: 200 and UP, or 503 and DOWN.
 *
 * <p>{@code /health/live}: the server runs. {@code /health/ready}: it can work, because the database answers.
 * {@code /health}: both, and no work of the processes has failed; for those who watch, not for the machine that sends
 * requests here, because one timer that failed must not take the product away from everybody. The server's own health of
 * the same name is at its management port, and cannot see into an EAR.
 */
@WebServlet({"/health", "/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Vitals vitals;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("server", true);
        if (!request.getServletPath().endsWith("/live")) {
            checks.put("database", vitals.databaseAnswers());
        }
        if (request.getServletPath().equals("/health")) {
            checks.put("work", checks.get("database") && vitals.noWorkFailed());
        }
        boolean up = !checks.containsValue(false);
        JsonArrayBuilder list = Json.createArrayBuilder();
        checks.forEach((name, well) ->
                list.add(Json.createObjectBuilder().add("name", name).add("status", word(well))));
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(Json.createObjectBuilder()
                        .add("status", word(up))
                        .add("checks", list)
                        .build());
    }

    private static String word(boolean well) {
        return well ? "UP" : "DOWN";
    }
}
