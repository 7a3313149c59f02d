package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.consent.InformationService;
import org.alongside.consent.InformationView;
import org.alongside.consent.NewInformation;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the survivor of one case was told of what is hers by right. */
@Path("/cases/{caseId}/information")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class CaseInformationResource {

    @Inject
    private InformationService information;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readInformation",
            summary = "Read what a survivor was told, and what not yet",
            description = "For those who lead the case.")
    public InformationView of() {
        return information.of(caseId);
    }

    @POST
    @Operation(
            operationId = "recordInformation",
            summary = "Write down what she was told",
            description = "In one talk, one kind or several. What is told again stands beside what was told before.")
    public void record(NewInformation told, @HeaderParam(Keys.NAME) String key) {
        information.record(caseId, told, key);
    }
}
