package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.proceeding.CounselService;
import org.alongside.proceeding.CounselView;
import org.alongside.proceeding.NewCounsel;
import org.alongside.proceeding.NewCounsel.NewConflictCheck;
import org.alongside.proceeding.NewCounsel.NewCourt;
import org.alongside.proceeding.NewCounsel.NewMandate;
import org.alongside.proceeding.NewCounsel.NewMandateEnd;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who acts in one legal matter, by what right, and before whom. */
@Path("/matters/{matterId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterCounselResource {

    @Inject
    private CounselService counsel;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Path("/counsel")
    @Operation(
            operationId = "readCounsel",
            summary = "Read who acts in a matter and by what right",
            description = "Her lawyer's own, with what is still to be written down.")
    public CounselView read() {
        return counsel.of(matterId);
    }

    @POST
    @Path("/conflict-checks")
    @Operation(
            operationId = "checkConflict",
            summary = "Write down a check for conflicts",
            description = "In roles, without names. Colleagues who are kept apart find her file closed."
                    + " A conflict closes the matter here, and who leads is told so without why.")
    public void check(NewConflictCheck found, @HeaderParam(Keys.NAME) String key) {
        counsel.check(matterId, found, key);
    }

    @POST
    @Path("/mandates")
    @Operation(
            operationId = "signMandate",
            summary = "Write down the mandate that she and her lawyer signed",
            description =
                    "After a check that was clear. For a child a guardian who decides in legal matters signs, or a court appoints the lawyer.")
    public void sign(NewMandate mandate, @HeaderParam(Keys.NAME) String key) {
        counsel.sign(matterId, mandate, key);
    }

    @POST
    @Path("/mandate-end")
    @Operation(
            operationId = "endMandate",
            summary = "End the mandate that runs",
            description = "No further stage follows until another one is signed.")
    public void end(NewMandateEnd end) {
        counsel.endMandate(matterId, end);
    }

    @PUT
    @Path("/counsel")
    @Operation(
            operationId = "handOverMatter",
            summary = "Hand a matter over to a colleague",
            description = "To a lawyer of the same house who works on the case.")
    public void handOver(NewCounsel colleague) {
        counsel.handOver(matterId, colleague);
    }

    @POST
    @Path("/no-other-lawyer")
    @Operation(
            operationId = "noOtherLawyer",
            summary = "Note that she wants no other lawyer in it",
            description =
                    "For who leads, where these lawyers cannot act for her: nobody looks for another one any more.")
    public void noOther() {
        counsel.noOther(matterId);
    }

    @PUT
    @Path("/court")
    @Operation(
            operationId = "keepCourt",
            summary = "Say before whom and in which roles",
            description = "What is left out is emptied; a last day to file becomes a deadline of the matter.")
    public void court(NewCourt court) {
        counsel.court(matterId, court);
    }
}
