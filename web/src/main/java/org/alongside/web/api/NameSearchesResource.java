package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.alongside.casefile.FindService;
import org.alongside.casefile.NameMatch;
import org.alongside.casefile.NameSearch;
import org.alongside.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding somebody by her name; the words come in a body, because addresses are written down in many places. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class NameSearchesResource {

    @Inject
    private FindService find;

    @POST
    @Path("name-searches")
    @Operation(
            operationId = "findByName",
            summary = "Find a case by a name",
            description =
                    "Among the cases that are open to the caller and by the names that they may know: the name she"
                            + " uses, her legal name, or both. Each word must be found, in any order and script; those spelt so come"
                            + " first, those that sound alike after them. That somebody looked is audited, never the words.")
    public Page<NameMatch> find(NameSearch search, @QueryParam("limit") @DefaultValue(Limit.USUAL) String limit) {
        return find.byName(search, Limit.of(limit));
    }

    @POST
    @Path("name-index/rebuild")
    @Operation(
            operationId = "rebuildNameIndex",
            summary = "Make anew what survivors are found by",
            description = "For administrators; after changing names by hand. Nobody has to stop working meanwhile.")
    public Rebuilt rebuild() {
        return new Rebuilt(find.rebuild());
    }

    /** Of how many cases it was made. */
    @Schema(name = "RebuiltNameIndex")
    public record Rebuilt(long cases) {}
}
