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
import org.alongside.casefile.NewTelling;
import org.alongside.disclosure.DisclosureService;
import org.alongside.disclosure.DisclosureView;
import org.alongside.disclosure.NewDecision;
import org.alongside.disclosure.NewRecord;
import org.alongside.shared.DisclosureId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One disclosure without consent: agree to it, take it back, record it, and that she was told. */
@Path("/disclosures/{disclosureId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Disclosures without consent")
public class DisclosureResource {

    @Inject
    private DisclosureService disclosures;

    @PathParam("disclosureId")
    private DisclosureId disclosureId;

    @GET
    @Operation(
            operationId = "readDisclosure",
            summary = "Read how a disclosure stands",
            description = "For those who lead the case, those who are asked to agree, and data protection.")
    public DisclosureView read() {
        return disclosures.read(disclosureId);
    }

    @POST
    @Path("/decision")
    @Operation(
            operationId = "decideDisclosure",
            summary = "Agree to a disclosure as a second person, or say no",
            description = "For those whose turn it is, never for whoever proposed it.")
    public void decide(NewDecision decision) {
        disclosures.decide(disclosureId, decision);
    }

    @POST
    @Path("/withdrawal")
    @Operation(operationId = "takeBackDisclosure", summary = "Take it back, as long as nothing was told")
    public void takeBack() {
        disclosures.takeBack(disclosureId);
    }

    @POST
    @Path("/record")
    @Operation(
            operationId = "recordDisclosure",
            summary = "Write down that the recipient was told",
            description =
                    "Once everybody agreed. Where the exception says that she is told before, with whether she was.")
    public void record(NewRecord made) {
        disclosures.record(disclosureId, made);
    }

    @POST
    @Path("/telling")
    @Operation(
            operationId = "tellOfDisclosure",
            summary = "Write down that she was told of it, or why not yet",
            description =
                    "She herself, or a guardian of a child who is not excluded. What could not be told is asked again.")
    public void tell(NewTelling telling) {
        disclosures.tell(disclosureId, telling);
    }
}
