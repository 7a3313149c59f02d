package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.UnaryOperator;
import org.alongside.worklist.DecisionTables.DecisionRow;
import org.alongside.worklist.DecisionTables.DecisionTable;
import org.alongside.worklist.OperationService;
import org.alongside.worklist.OperationService.TableChangeView;
import org.alongside.worklist.StaffTable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The decision tables that staff own: times and levels by which the processes go. */
@Path("/decision-tables")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decision tables", description = "Times and levels by which the processes go; staff own and change them")
public class DecisionTablesResource {

    @Inject
    private OperationService operation;

    @GET
    @Operation(
            operationId = "listDecisionTables",
            summary = "List the tables that staff own",
            description = "As they stand for what begins from now on.")
    public List<DecisionTable> list() {
        return operation.tables();
    }

    @GET
    @Path("/{table}")
    @Operation(operationId = "readDecisionTable", summary = "Read one of them")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = DecisionTable.class)))
    public Response read(@PathParam("table") String table) {
        return tagged(operation.table(StaffTable.of(table)));
    }

    @PUT
    @Path("/{table}")
    @Operation(
            operationId = "changeDecisionTable",
            summary = "Change one of them",
            description =
                    "For what begins from now on; running clocks keep theirs. Every row once; times as ISO 8601 durations of days, hours and minutes.")
    @APIResponse(
            responseCode = "200",
            description = "The table as it stands now",
            headers = @Header(name = HttpHeaders.ETAG, ref = HttpHeaders.ETAG),
            content = @Content(schema = @Schema(implementation = DecisionTable.class)))
    public Response change(
            @PathParam("table") String table, Change change, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        int version = Versions.required(ifMatch);
        StaffTable which = StaffTable.of(table);
        List<String> outputs = operation.table(which).outputs();
        return tagged(Fields.named(
                asInTheBody(outputs),
                () -> operation.changeTable(which, version, change.rows() == null ? List.of() : change.rows())));
    }

    @GET
    @Path("/{table}/changes")
    @Operation(
            operationId = "listTableChanges",
            summary = "List what was changed in it, when and by whom",
            description = "Newest first, at most 20 times.")
    public List<TableChangeView> changes(@PathParam("table") String table) {
        return operation.tableChanges(StaffTable.of(table));
    }

    /** A door names a cell by its column, the body by its number. */
    private static UnaryOperator<String> asInTheBody(List<String> outputs) {
        return field -> {
            int dot = field.lastIndexOf('.');
            int column = outputs.indexOf(field.substring(dot + 1));
            return dot < 0 || column < 0 ? field : field.substring(0, dot) + ".then." + column;
        };
    }

    private static Response tagged(DecisionTable table) {
        return Versions.tagged(table, table.version());
    }

    /** The rows as they are to be from now on. */
    @Schema(name = "DecisionTableChange")
    public record Change(@Schema(required = true) List<DecisionRow> rows) {}
}
