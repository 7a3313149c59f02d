package org.alongside.system;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.alongside.access.SignIn;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

/**
 * Lets a test inside the server act as a demo person, by the only way in that there is: a request with a bearer token
 * of Keycloak, which the server's adapter verifies. The work waits in this class until its request arrives.
 */
@WebServlet("/as")
public class Behalf extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, FutureTask<Object>> WAITING = new ConcurrentHashMap<>();

    @Inject
    private transient SignIn signIn;

    /** Does the work in a request of this person and answers or throws what it does. */
    static Object as(String person, URI address, Callable<Object> work) throws Exception {
        return withToken(token(person), address, work);
    }

    /** Does the work in a request with this token; for many at once, whom Keycloak would not let sign in in one instant. */
    static Object withToken(String token, URI address, Callable<Object> work) throws Exception {
        String ticket = UUID.randomUUID().toString();
        FutureTask<Object> task = new FutureTask<>(work);
        WAITING.put(ticket, task);
        HttpResponse<String> reply = CLIENT.send(
                HttpRequest.newBuilder(address.resolve("/inside/as"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(ticket))
                        .build(),
                BodyHandlers.ofString());
        if (reply.statusCode() != HttpServletResponse.SC_NO_CONTENT) {
            throw new IllegalStateException("Nobody got in: " + reply.statusCode());
        }
        return task.get();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        AccessToken token = ((OidcPrincipal<?>) request.getUserPrincipal())
                .getOidcSecurityContext()
                .getToken();
        signIn.from(
                token.getSubject(),
                ((Collection<?>) token.getClaimValue("organization"))
                        .stream().map(Behalf::plain).collect(Collectors.toSet()),
                token.getClaimValueAsString("sid"),
                token.getName());
        WAITING.remove(request.getReader().readLine()).run();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    static String token(String person) throws Exception {
        HttpResponse<String> reply = CLIENT.send(
                HttpRequest.newBuilder(
                                URI.create(System.getenv("ALONGSIDE_OIDC_URL") + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=alongside-scripts&password=alongside&username="
                                        + person))
                        .build(),
                BodyHandlers.ofString());
        return Json.createReader(new StringReader(reply.body())).readObject().getString("access_token");
    }

    private static String plain(Object alias) {
        return alias instanceof jakarta.json.JsonString text ? text.getString() : String.valueOf(alias);
    }
}
