package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.alongside.livelihood.EmployerView;
import org.alongside.livelihood.LivingService;
import org.alongside.livelihood.NewLiving.NewEmployerCheck;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The employers that the caller's own house knows. */
@Path("/employers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Livelihood")
public class EmployersResource {

    @Inject
    private LivingService living;

    @GET
    @Operation(
            operationId = "listEmployers",
            summary = "List the employers of one's own house",
            description =
                    "Each once, with who looked at it last and against what. No survivor stands in it, and no other house sees it.")
    public List<EmployerView> list() {
        return living.employers();
    }

    @POST
    @Path("/checks")
    @Operation(
            operationId = "checkEmployer",
            summary = "Write down what came of looking at an employer",
            description = "One that the house does not know yet is added. The newest check counts, for twelve months.")
    public void check(NewEmployerCheck checked, @HeaderParam(Keys.NAME) String key) {
        living.check(checked, key);
    }
}
