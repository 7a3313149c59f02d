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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseService.ChildNotification;
import org.alongside.casefile.CaseView;
import org.alongside.casefile.NewCase;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One file: read it as far as it is open, change what may be changed. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseResource {

    @Inject
    private CaseService cases;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readCase",
            summary = "Read a file",
            description = "As far as it is open to the caller: a part that is not open is absent, and nothing says"
                    + " whether it holds anything.")
    public CaseView read() {
        return cases.file(caseId);
    }

    @GET
    @Path("/name")
    @Operation(
            operationId = "readName",
            summary = "Read her name",
            description = "With the entity tag for changing it.")
    @APIResponse(
            responseCode = "200",
            description = "Her name, as far as it is open to the caller",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = NewCase.Name.class)))
    public Response name() {
        CaseView file = cases.file(caseId);
        CaseView.Who who = file.who().orElseThrow(Refusal::notThere);
        NewCase.Name name = file.identity()
                .map(identity -> new NewCase.Name(who.preferredName(), identity.given(), identity.family()))
                .orElseGet(() -> new NewCase.Name(who.preferredName(), null, null));
        return Versions.tagged(name, who.version());
    }

    @PUT
    @Path("/name")
    @Operation(
            operationId = "changeName",
            summary = "Change her name",
            description = "The name she uses and her legal name as far as she tells it; what is left out is emptied.")
    public void changeName(NewCase.Name name, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        int version = Versions.required(ifMatch);
        Fields.under("name", () -> cases.changeName(caseId, name, version));
    }

    @GET
    @Path("/contact")
    @Operation(
            operationId = "readContact",
            summary = "Read how to reach her safely",
            description = "With the entity tag for changing it.")
    @APIResponse(
            responseCode = "200",
            description = "How to reach her safely",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = NewCase.SafeContact.class)))
    public Response contact() {
        CaseView.SafeContact contact = cases.file(caseId).contact().orElseThrow(Refusal::notThere);
        return Versions.tagged(
                new NewCase.SafeContact(
                        contact.channel(),
                        contact.value(),
                        contact.safeHours(),
                        contact.leaveMessage(),
                        contact.coverStory(),
                        contact.never()),
                contact.version());
    }

    @PUT
    @Path("/contact")
    @Operation(
            operationId = "changeContact",
            summary = "Change how to reach her safely",
            description = "What is left out is emptied.")
    public void changeContact(NewCase.SafeContact contact, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        int version = Versions.required(ifMatch);
        Fields.under("contact", () -> cases.changeContact(caseId, contact, version));
    }

    @POST
    @Path("/child-notification")
    @Operation(
            operationId = "notifyChildAuthority",
            summary = "Record that the child authority was told",
            description = "Before it, a child is referred to emergency shelter and health care only.")
    public void notifyChildAuthority(ChildNotification notification) {
        cases.notifyChildAuthority(caseId, notification);
    }
}
