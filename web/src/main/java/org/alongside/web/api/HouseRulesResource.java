package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alongside.housing.HouseRulesService;
import org.alongside.housing.HouseRulesView;
import org.alongside.housing.NewHouseRules;
import org.alongside.shared.FacilityId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules of one house, version by version, in the languages in which they are written. */
@Path("/houses/{houseId}/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Housing")
public class HouseRulesResource {

    @Inject
    private HouseRulesService rules;

    @PathParam("houseId")
    private FacilityId houseId;

    @GET
    @Operation(
            operationId = "readHouseRules",
            summary = "Read the newest rules of a house, in every language in which they are written")
    public HouseRulesView read() {
        return rules.read(houseId);
    }

    @POST
    @Operation(
            operationId = "writeHouseRules",
            summary = "Write a new version of the rules, whole",
            description =
                    "Whoever lives there is to be told anew. Refused where it is based on a version that is not the newest any more.")
    public RulesVersion write(NewHouseRules written) {
        return new RulesVersion(rules.write(houseId, written));
    }

    /** Which version it is. */
    public record RulesVersion(int version) {}
}
