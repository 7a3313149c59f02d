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
import jakarta.ws.rs.core.Response;
import org.alongside.guardian.AroundChild;
import org.alongside.guardian.ExclusionLift;
import org.alongside.guardian.GuardianService;
import org.alongside.guardian.GuardianTurn;
import org.alongside.guardian.NewExcludedPerson;
import org.alongside.guardian.NewGuardian;
import org.alongside.shared.CaseId;
import org.alongside.shared.ExcludedPersonId;
import org.alongside.shared.GuardianId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people around the child of one case: who stands for her, and who is kept out. */
@Path("/cases/{caseId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class CaseGuardiansResource {

    @Inject
    private GuardianService guardians;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Path("/guardians")
    @Operation(
            operationId = "listGuardians",
            summary = "List the people around a child",
            description =
                    "Who stands for her first, who is kept out, and whether somebody is missing who can decide for her.")
    public AroundChild of() {
        return guardians.of(caseId);
    }

    @POST
    @Path("/guardians")
    @Operation(
            operationId = "recordGuardian",
            summary = "Record somebody who stands for a child",
            description =
                    "A parent or carer, a guardian who is there already, or that one is needed. Nobody who is kept out.")
    @APIResponse(
            responseCode = "201",
            description = "It is recorded",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response record(NewGuardian guardian, @HeaderParam(Keys.NAME) String key) {
        return Response.status(Response.Status.CREATED)
                .entity(new Made(guardians.record(caseId, guardian, key).value()))
                .build();
    }

    @POST
    @Path("/guardians/{guardianId}/turns")
    @Operation(
            operationId = "turnGuardian",
            summary = "Record the next step of a guardianship",
            description =
                    "Needed, asked for, temporary, appointed; in doubt, which suspends the mandate at once, and replaced; ended. A step that does not follow is refused.")
    public void turn(@PathParam("guardianId") GuardianId guardianId, GuardianTurn turn) {
        guardians.turn(caseId, guardianId, turn);
    }

    @POST
    @Path("/excluded-persons")
    @Operation(
            operationId = "excludePerson",
            summary = "Keep somebody out",
            description =
                    "In the same second that person stands for her no more and can consent to nothing; what they consented to ends with all that rests on it.")
    @APIResponse(
            responseCode = "201",
            description = "That person is kept out",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response exclude(NewExcludedPerson person, @HeaderParam(Keys.NAME) String key) {
        return Response.status(Response.Status.CREATED)
                .entity(new Made(guardians.exclude(caseId, person, key).value()))
                .build();
    }

    @POST
    @Path("/excluded-persons/{excludedPersonId}/lifting")
    @Operation(
            operationId = "liftExcludedPerson",
            summary = "Lift the exclusion of the wrong person, as a supervisor who did not record it",
            description = "Nothing opens again by it: a mandate and consents that it ended stay ended.")
    public void lift(@PathParam("excludedPersonId") ExcludedPersonId excludedPersonId, ExclusionLift lift) {
        guardians.lift(caseId, excludedPersonId, lift);
    }
}
