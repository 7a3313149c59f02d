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
import java.util.UUID;
import org.alongside.healthcare.HealthService;
import org.alongside.healthcare.HealthView;
import org.alongside.healthcare.NewCare.AppointmentTurn;
import org.alongside.healthcare.NewCare.NewAppointment;
import org.alongside.healthcare.NewCare.NewCareEnd;
import org.alongside.healthcare.NewCare.NewDailyHealth;
import org.alongside.healthcare.NewCare.NewExposure;
import org.alongside.healthcare.NewCare.NewForensicAgreement;
import org.alongside.healthcare.NewCare.NewHealthFinding;
import org.alongside.shared.CaseId;
import org.alongside.shared.UrgentCareId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Her health, by as much as is the caller's to know. */
@Path("/cases/{caseId}/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Health",
        description =
                "What was found for who treats her; appointments, limits and what cannot wait for who leads; allergies, hours of medicine and"
                        + " precautions for the house where she lives. All of it is voluntary")
public class CaseHealthResource {

    @Inject
    private HealthService health;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(
            operationId = "readHealth",
            summary = "Read of her health what is one's own to know",
            description =
                    "Each reader is told the least that they need; what was found only who treats her, and those for whom she agreed.")
    public HealthView read() {
        return health.of(caseId);
    }

    @POST
    @Path("/findings")
    @Operation(
            operationId = "noteHealthFinding",
            summary = "Write down what was found",
            description = "By a health worker.")
    public void find(NewHealthFinding found, @HeaderParam(Keys.NAME) String key) {
        health.find(caseId, found, key);
    }

    @POST
    @Path("/findings/{entryId}/over")
    @Operation(operationId = "endHealthFinding", summary = "Say that what was found is over")
    public void overcome(@PathParam("entryId") UUID entryId) {
        health.overcome(caseId, entryId);
    }

    @POST
    @Path("/forensic-agreements")
    @Operation(
            operationId = "agreeToForensic",
            summary = "Write down that a forensic examination is agreed to",
            description = "By itself, never with another agreement; a child does not agree alone.")
    public void agree(NewForensicAgreement agreed, @HeaderParam(Keys.NAME) String key) {
        health.agree(caseId, agreed, key);
    }

    @POST
    @Path("/forensic-agreements/{entryId}/withdrawal")
    @Operation(
            operationId = "withdrawForensic",
            summary = "Take the agreement to a forensic examination back",
            description = "What was planned under it is off in the same moment.")
    public void withdraw(@PathParam("entryId") UUID entryId) {
        health.withdraw(caseId, entryId);
    }

    @POST
    @Path("/appointments")
    @Operation(
            operationId = "planAppointment",
            summary = "Plan an appointment to which she agreed",
            description =
                    "By who leads without what it is for; a forensic examination only where she agreed to that by itself.")
    public void plan(NewAppointment planned, @HeaderParam(Keys.NAME) String key) {
        health.plan(caseId, planned, key);
    }

    @POST
    @Path("/appointments/{entryId}/turn")
    @Operation(
            operationId = "turnAppointment",
            summary = "Say what became of an appointment",
            description = "Moved, kept, missed, called off, or she did not want it.")
    public void turn(@PathParam("entryId") UUID entryId, AppointmentTurn turn) {
        health.turn(caseId, entryId, turn);
    }

    @POST
    @Path("/daily")
    @Operation(
            operationId = "noteDailyHealth",
            summary = "Note what others must know to look after her",
            description = "Of a kind that the caller needs. A medicine has hours and no name.")
    public void note(NewDailyHealth known, @HeaderParam(Keys.NAME) String key) {
        health.note(caseId, known, key);
    }

    @POST
    @Path("/daily/{entryId}/over")
    @Operation(
            operationId = "endDailyHealth",
            summary = "Say that it holds no more",
            description = "By the house that noted it.")
    public void forget(@PathParam("entryId") UUID entryId) {
        health.forget(caseId, entryId);
    }

    @POST
    @Path("/exposures")
    @Operation(
            operationId = "recordExposure",
            summary = "Say that something happened after which care cannot wait",
            description =
                    "For each kind a clock begins that ends when it would be too late; the hours are those of the table health-windows.")
    public void expose(NewExposure exposure, @HeaderParam(Keys.NAME) String key) {
        health.expose(caseId, exposure, key);
    }

    @POST
    @Path("/urgent-care/{urgentCareId}/end")
    @Operation(
            operationId = "settleUrgentCare",
            summary = "Say how care that could not wait ended",
            description =
                    "She had it, does not want it, needs none, or it was too late; how, is told to who treats her alone.")
    public void settle(@PathParam("urgentCareId") UrgentCareId urgentCareId, NewCareEnd end) {
        health.settle(caseId, urgentCareId, end);
    }
}
