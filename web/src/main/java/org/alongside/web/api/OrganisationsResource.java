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
import java.util.List;
import org.alongside.organisation.NewOrganisation;
import org.alongside.organisation.NewWorker;
import org.alongside.organisation.OrganisationService;
import org.alongside.organisation.OrganisationService.NewTeam;
import org.alongside.organisation.OrganisationService.Suspension;
import org.alongside.organisation.OrganisationView;
import org.alongside.organisation.WorkerService;
import org.alongside.organisation.WorkerView;
import org.alongside.shared.OrganisationId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organisations and the people invited to them, for administrators. */
@Path("/organisations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Administration",
        description = "Who is admitted, and who works where; for administrators, who open no file")
public class OrganisationsResource {

    @Inject
    private OrganisationService organisations;

    @Inject
    private WorkerService workers;

    @GET
    @Operation(operationId = "listOrganisations", summary = "List the organisations")
    public List<OrganisationView> list() {
        return organisations.list();
    }

    @POST
    @Operation(
            operationId = "admitOrganisation",
            summary = "Admit an organisation",
            description = "With its first team. Nothing is sent to it before it is vetted and has an agreement.")
    @APIResponse(
            responseCode = "201",
            description = "It is admitted",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response admit(Admission admission, @HeaderParam(Keys.NAME) String key) {
        NewOrganisation organisation = admission.organisation() == null
                ? new NewOrganisation(null, null, null, false, false, null, null)
                : admission.organisation();
        return Fields.named(
                field -> field.equals("alias") || field.startsWith("team.") || field.startsWith(Keys.NAME)
                        ? field
                        : "organisation." + field,
                () -> Made.at(
                        "organisations",
                        organisations
                                .admit(organisation, admission.alias(), admission.team(), key)
                                .value()));
    }

    @GET
    @Path("/{organisationId}")
    @Operation(operationId = "readOrganisation", summary = "Read an organisation")
    @APIResponse(
            responseCode = "200",
            description = "The organisation",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response read(@PathParam("organisationId") OrganisationId id) {
        OrganisationView organisation = organisations.organisation(id);
        return Versions.tagged(organisation, organisation.version());
    }

    @PUT
    @Path("/{organisationId}")
    @Operation(
            operationId = "changeOrganisation",
            summary = "Say anew what an organisation is",
            description = "Whole. An agreement that has ended stops what is sent to it, not care under way.")
    public void change(
            @PathParam("organisationId") OrganisationId id,
            NewOrganisation organisation,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        organisations.change(id, organisation, Versions.required(ifMatch));
    }

    @POST
    @Path("/{organisationId}/suspension")
    @Operation(
            operationId = "suspendOrganisation",
            summary = "Suspend an organisation",
            description = "From this instant nothing is sent to it and its people do not get in; they are told why.")
    public void suspend(@PathParam("organisationId") OrganisationId id, Suspension suspension) {
        organisations.suspend(id, suspension);
    }

    @POST
    @Path("/{organisationId}/reinstatement")
    @Operation(operationId = "reinstateOrganisation", summary = "Let a suspended organisation back")
    public void reinstate(@PathParam("organisationId") OrganisationId id) {
        organisations.reinstate(id);
    }

    @POST
    @Path("/{organisationId}/teams")
    @Operation(operationId = "addTeam", summary = "Add a team to an organisation")
    @APIResponse(
            responseCode = "201",
            description = "The team is there",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response addTeam(@PathParam("organisationId") OrganisationId id, NewTeam team) {
        return Made.at(
                "organisations/" + id + "/teams",
                organisations.addTeam(id, team).value());
    }

    @GET
    @Path("/{organisationId}/workers")
    @Operation(operationId = "listWorkers", summary = "List those who work or worked in an organisation")
    public List<WorkerView> workers(@PathParam("organisationId") OrganisationId id) {
        return workers.workers(id);
    }

    @POST
    @Path("/{organisationId}/workers")
    @Operation(
            operationId = "inviteWorker",
            summary = "Invite somebody",
            description = "A login is made, or found by user name or e-mail, as soon as the sign-in answers; its owner"
                    + " chooses a password there. Read the worker to see how it went.")
    @APIResponse(
            responseCode = "201",
            description = "They work there from now on",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response invite(
            @PathParam("organisationId") OrganisationId id, NewWorker worker, @HeaderParam(Keys.NAME) String key) {
        return Made.at("workers", workers.invite(id, worker, key).value());
    }

    /**
     * An organisation to admit.
     *
     * @param alias lasting short name: small letters, digits and hyphens
     * @param team its first team
     */
    public record Admission(String alias, NewOrganisation organisation, NewTeam team) {}
}
