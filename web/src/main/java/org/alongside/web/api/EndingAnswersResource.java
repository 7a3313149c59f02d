package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.consent.EndingAnswer;
import org.alongside.consent.PurposeService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom the caller is to ask again. */
@Path("/ending-answers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class EndingAnswersResource {

    @Inject
    private PurposeService purposes;

    @GET
    @Operation(
            operationId = "listEndingAnswers",
            summary = "List whom to ask again",
            description =
                    "Of the cases that the caller works on in person: a yes ends soon, or ended not long ago and was not asked again, by"
                            + " the time before its end from which she is asked (14 days as delivered). The next to end first, at most 50.")
    public List<EndingAnswer> ending() {
        return purposes.ending();
    }
}
