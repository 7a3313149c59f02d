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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.emergency.EmergencyRules;
import org.alongside.emergency.EmergencyService;
import org.alongside.emergency.EmergencyView.AccessRequest;
import org.alongside.emergency.NewEmergencyAccess;
import org.alongside.shared.EmergencyAccessId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opening a part of a file for a few hours because she is in danger: ask, agree, refuse, end. */
@Path("/emergency-access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Emergency access",
        description =
                "A part of a file for a few hours, because she is in danger; always on record, and always reviewed")
public class EmergencyAccessResource {

    @Inject
    private EmergencyService emergencies;

    @GET
    @Path("/rules")
    @Operation(operationId = "readEmergencyRules", summary = "Read what the caller may ask for")
    public EmergencyRules rules() {
        return emergencies.rules();
    }

    @GET
    @Operation(
            operationId = "listEmergencyAccess",
            summary = "List what the caller asked for, and what waits for the caller to agree",
            description = "Of the last 30 days, newest first, at most 50.")
    public List<AccessRequest> list() {
        return emergencies.list();
    }

    @POST
    @Operation(
            operationId = "askEmergencyAccess",
            summary = "Ask for emergency access by the code of a case",
            description =
                    "Where life is in danger it opens at once, and else when a colleague agrees. The answer is the same whether"
                            + " there is such a case or not. Every try counts; after the last one within 24 hours it is refused.")
    @APIResponse(
            responseCode = "201",
            description = "It is asked",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response ask(NewEmergencyAccess asked, @HeaderParam(Keys.NAME) String key) {
        return Made.at("emergency-access", emergencies.ask(asked, key).content().value());
    }

    @GET
    @Path("/{emergencyId}")
    @Operation(
            operationId = "readEmergencyAccess",
            summary = "Read how a request stands",
            description = "For whoever asked, and for colleagues who may agree.")
    public AccessRequest read(@PathParam("emergencyId") EmergencyAccessId id) {
        return emergencies.read(id);
    }

    @POST
    @Path("/{emergencyId}/agreement")
    @Operation(
            operationId = "agreeEmergencyAccess",
            summary = "Agree to what a colleague asked for",
            description =
                    "What was asked for is open then to the one who asked, for a few hours, if there is such a case.")
    public void agree(@PathParam("emergencyId") EmergencyAccessId id) {
        emergencies.agree(id);
    }

    @POST
    @Path("/{emergencyId}/refusal")
    @Operation(operationId = "refuseEmergencyAccess", summary = "Refuse what a colleague asked for")
    public void refuse(@PathParam("emergencyId") EmergencyAccessId id) {
        emergencies.refuse(id);
    }

    @POST
    @Path("/{emergencyId}/end")
    @Operation(
            operationId = "endEmergencyAccess",
            summary = "End it before its time, or take it back",
            description = "For whoever asked, for those who lead the case, and for data protection.")
    public void end(@PathParam("emergencyId") EmergencyAccessId id) {
        emergencies.end(id);
    }
}
