package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.casefile.NameBasisService;
import org.alongside.casefile.NameBasisView;
import org.alongside.casefile.NewNameBasis;
import org.alongside.casefile.NewNameBasis.NewInquiry;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** On what the name of one survivor rests. */
@Path("/cases/{caseId}/name-basis")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseNameBasisResource {

    @Inject
    private NameBasisService bases;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readNameBasis",
            summary = "Read on what her name rests",
            description = "With which authorities were asked who she is. For those who lead the case.")
    public NameBasisView of() {
        return bases.of(caseId);
    }

    @POST
    @Operation(
            operationId = "noteNameBasis",
            summary = "Note on what her name rests",
            description = "The newest counts.")
    public void rests(NewNameBasis basis) {
        bases.rests(caseId, basis);
    }

    @POST
    @Path("/inquiries")
    @Operation(
            operationId = "noteIdentityInquiry",
            summary = "Note which authority was asked who she is, and what it answered",
            description = "Where it confirmed her name, that rests on it from now on.")
    public void asked(NewInquiry inquiry) {
        bases.asked(caseId, inquiry);
    }
}
