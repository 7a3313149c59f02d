package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.DirectoryService.AnsweringHours;
import org.alongside.organisation.DirectoryService.DirectoryQuery;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.organisation.Partners.Lead;
import org.alongside.organisation.ServiceOffer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who offers what, who works here, and the codes that everything is told in. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory", description = "Who offers what, who works here, and the codes that everything is told in")
public class DirectoryResource {

    @Inject
    private DirectoryService directory;

    @GET
    @Path("/codes")
    @Operation(
            operationId = "listCodes",
            summary = "Read the code lists",
            description = "By name of the list, its codes in their order.")
    public Map<String, Set<String>> codes() {
        return directory.codeLists();
    }

    @GET
    @Path("/services")
    @Operation(operationId = "listServices", summary = "List services by kind and region")
    public List<ServiceOffer> services(@QueryParam("type") String type, @QueryParam("region") String region) {
        return directory.services(new DirectoryQuery(type, region));
    }

    @GET
    @Path("/services/hours")
    @Operation(
            operationId = "listServiceHours",
            summary = "List when somebody answers",
            description = "Of every service that says so; the others always.")
    public List<AnsweringHours> hours() {
        return directory.hours();
    }

    @GET
    @Path("/leads")
    @Operation(operationId = "listLeads", summary = "List the organisations that may lead a case")
    public List<Lead> leads() {
        return directory.leads();
    }

    @GET
    @Path("/colleagues")
    @Operation(operationId = "listColleagues", summary = "List the people of the caller's own organisation")
    public List<Colleague> colleagues() {
        return directory.colleagues();
    }
}
