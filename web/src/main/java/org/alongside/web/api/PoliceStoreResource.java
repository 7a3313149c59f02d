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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.alongside.police.NewPoliceRecord;
import org.alongside.police.NewPoliceRecord.NewPoliceNote;
import org.alongside.police.NewPoliceRecord.NewPoliceShare;
import org.alongside.police.NewPoliceRecord.NewProtectionNeed;
import org.alongside.police.PoliceService;
import org.alongside.police.PoliceStore;
import org.alongside.police.PoliceStore.PoliceWord;
import org.alongside.shared.CaseId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller's own agency keeps, and what an agency told a house of a threat. */
@Path("/cases/{caseId}/police-store")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Police store",
        description =
                "Of police and prosecution, each agency its own; nobody else reads more than what they told themselves")
public class PoliceStoreResource {

    @Inject
    private PoliceService police;

    @PathParam("caseId")
    private CaseId caseId;

    @GET
    @Operation(operationId = "readPoliceStore", summary = "Read what one's own agency keeps")
    public PoliceStore read() {
        return police.of(caseId);
    }

    @PUT
    @Path("/record")
    @Operation(
            operationId = "keepPoliceRecord",
            summary = "Say under which reference it is kept",
            description = "The agency's own reference, its unit and a function; never a person.")
    public void keep(NewPoliceRecord kept) {
        police.keep(caseId, kept);
    }

    @POST
    @Path("/notes")
    @Operation(operationId = "writePoliceNote", summary = "Note something of one's own work")
    public void note(NewPoliceNote note, @HeaderParam(Keys.NAME) String key) {
        police.note(caseId, note, key);
    }

    @POST
    @Path("/needs")
    @Operation(operationId = "noteProtectionNeed", summary = "Note which protection she needs")
    public void need(NewProtectionNeed need, @HeaderParam(Keys.NAME) String key) {
        police.need(caseId, need, key);
    }

    @POST
    @Path("/needs/{entryId}/over")
    @Operation(operationId = "endProtectionNeed", summary = "Say that she needs it no more")
    public void endNeed(@PathParam("entryId") UUID entryId) {
        police.endNeed(caseId, entryId);
    }

    @POST
    @Path("/shares")
    @Operation(
            operationId = "sharePoliceWord",
            summary = "Tell of a threat, or tell coordinators what they need to decide",
            description =
                    "A threat is read by the manager of the house where she lives, if there is one; whether there is, is not told.")
    public void share(NewPoliceShare told, @HeaderParam(Keys.NAME) String key) {
        police.share(caseId, told, key);
    }

    @POST
    @Path("/shares/{entryId}/withdrawal")
    @Operation(operationId = "withdrawPoliceWord", summary = "Take back what one told oneself")
    public void withdraw(@PathParam("entryId") UUID entryId) {
        police.withdraw(caseId, entryId);
    }

    @GET
    @Path("/threats")
    @Operation(
            operationId = "listThreats",
            summary = "List threats of which an agency told",
            description =
                    "For the manager of the house where she lives. Whoever lists them has read them, and the house is asked no more.")
    public List<PoliceWord> threats() {
        return police.threats(caseId);
    }
}
