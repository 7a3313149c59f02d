package org.alongside.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import org.alongside.web.frame.Languages;

/** Turns whatever a resource or the server throws at a program into a problem, and logs only faults of ours, without their words. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    @Override
    public Response toResponse(Throwable thrown) {
        Response given = thrown instanceof WebApplicationException known ? known.getResponse() : null;
        if (given != null && given.getStatus() < 400) {
            return given;
        }
        Locale locale = Languages.first(headers.getAcceptableLanguages().stream());
        Diagnosis diagnosis = new Diagnosis(locale, !WITHOUT_BODY.contains(request.getMethod()));
        Problem problem = diagnosis.of(thrown).orElseGet(() -> {
            if (given == null || given.getStatus() >= 500) {
                Fault.log(thrown);
            }
            return diagnosis.ofStatus(given == null ? 500 : given.getStatus());
        });
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .language(locale)
                .entity(problem.json());
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "2");
        }
        if (problem.status() == 405 && given != null) {
            answer.header(HttpHeaders.ALLOW, given.getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }
}
