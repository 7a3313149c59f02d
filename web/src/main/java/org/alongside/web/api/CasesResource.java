package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.casefile.CaseFilter;
import org.alongside.casefile.CaseRow;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseService.CaseQuery;
import org.alongside.casefile.NewCase;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files: open one, find it, read as far as it is open, change what may be changed. */
@Path("/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases", description = "Survivors' files, as far as they are open to the caller")
public class CasesResource {

    @Inject
    private CaseService cases;

    @POST
    @Operation(
            operationId = "openCase",
            summary = "Open a file",
            description = "With her consent, which is part of the intake; the caller leads the file from now on."
                    + " Without consent use recordContact. A child or presumed child needs the part `child`.")
    @APIResponse(
            responseCode = "201",
            description = "The file is open",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response open(NewCase intake, @HeaderParam(Keys.NAME) String key) {
        return Made.at("cases", cases.open(intake, key).value());
    }

    @GET
    @Operation(
            operationId = "listCases",
            summary = "List the cases that are open to the caller",
            description =
                    "By next due date; all of them, or those that fit what is asked. A row tells how a case stands,"
                            + " never a name; to find somebody by her name, use findByName.")
    public Page<CaseRow> list(
            @QueryParam("statuses") List<String> statuses,
            @QueryParam("risks") List<String> risks,
            @QueryParam("lead") String lead,
            @QueryParam("next") String next,
            @QueryParam("service") String service,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return cases.list(new CaseQuery(
                new CaseFilter(statuses, risks, Asked.organisation(lead, "lead"), next, service),
                cursor,
                Limit.of(limit)));
    }
}
