package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.alongside.oversight.AuditQuery;
import org.alongside.oversight.AuditRow;
import org.alongside.oversight.AuditService;
import org.alongside.oversight.AuditService.AuditVerification;
import org.alongside.oversight.ChainVerification;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit for the data protection officer: look, verify, take out signed. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = CaseAccessResource.TAG, description = CaseAccessResource.DESCRIPTION)
public class AuditResource {

    private static final String ZIP = "application/zip";

    /** What the file is called on the disk of the one who fetches it. */
    private static final String NAME = "attachment; filename=\"audit.zip\"";

    @Inject
    private AuditService audit;

    @GET
    @Path("/audit-events")
    @Operation(
            operationId = "listAuditEvents",
            summary = "List events of the audit",
            description =
                    "Newest first: what the people of the caller's organisation did, and what others did, or were refused,"
                            + " to the cases that it leads. Never what was in them.")
    public Page<AuditRow> list(
            @QueryParam("caseCode") String caseCode,
            @QueryParam("person") String person,
            @QueryParam("organisation") String organisation,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("action") String action,
            @QueryParam("outcome") String outcome,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        AuditQuery query = new AuditQuery(
                caseCode,
                Asked.worker(person, "person"),
                Asked.organisation(organisation, "organisation"),
                Asked.day(from, "from"),
                Asked.day(until, "until"),
                action,
                outcome);
        return audit.explore(query, cursor, Limit.of(limit)).content();
    }

    @GET
    @Path("/audit-verification")
    @Operation(
            operationId = "verifyAudit",
            summary = "Verify every record of the audit",
            description = "How many there are, and the broken ones with their first broken place.")
    public AuditVerification verify() {
        return audit.verifyAll();
    }

    @GET
    @Path("/audit-verification/{code}")
    @Operation(
            operationId = "verifyCaseAudit",
            summary = "Verify the record of one case",
            description = "Of a case that the caller's organisation leads, or in which one of its people acted.")
    public ChainVerification verify(@PathParam("code") String code) {
        return audit.verify(code).content();
    }

    @POST
    @Path("/audit-exports")
    @Produces(ZIP)
    @Operation(
            operationId = "exportAudit",
            summary = "Take events of the audit out, signed",
            description =
                    "At most 50,000 that fit, as a ZIP of `audit.csv` and its detached signature `audit.csv.sig`: ECDSA on"
                            + " P-256 over SHA-256, in DER.")
    @APIResponse(
            responseCode = "200",
            description = "The table and its signature",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(AuditQuery query) {
        return Response.ok(audit.export(query).content())
                .header(HttpHeaders.CONTENT_DISPOSITION, NAME)
                .build();
    }
}
