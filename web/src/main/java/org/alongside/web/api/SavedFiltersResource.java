package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.alongside.casefile.CaseFilter;
import org.alongside.casefile.SavedFilterService;
import org.alongside.casefile.SavedFilterService.SavedFilter;
import org.alongside.shared.FilterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own choices of cases. */
@Path("/saved-filters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class SavedFiltersResource {

    @Inject
    private SavedFilterService filters;

    @GET
    @Operation(
            operationId = "listFilters",
            summary = "List the choices of cases that the caller keeps",
            description = "The oldest first; readable by their author alone.")
    public List<SavedFilter> mine() {
        return filters.mine();
    }

    @POST
    @Operation(
            operationId = "saveFilter",
            summary = "Keep a choice of cases",
            description = "At most 20; one that is kept already is not kept twice.")
    @APIResponse(
            responseCode = "201",
            description = "It is kept",
            headers = @Header(name = HttpHeaders.LOCATION, ref = HttpHeaders.LOCATION),
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response save(CaseFilter filter) {
        return Made.at("saved-filters", filters.save(filter).value());
    }

    @DELETE
    @Path("/{filterId}")
    @Operation(operationId = "forgetFilter", summary = "Forget a choice of cases")
    public void forget(@PathParam("filterId") FilterId filterId) {
        filters.forget(filterId);
    }
}
