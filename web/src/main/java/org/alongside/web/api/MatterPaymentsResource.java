package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.alongside.proceeding.NewTakingBack;
import org.alongside.proceeding.PaymentService;
import org.alongside.proceeding.PaymentService.NewPayment;
import org.alongside.proceeding.PaymentService.Payments;
import org.alongside.shared.MatterId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was really paid in one legal matter. */
@Path("/matters/{matterId}/payments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Legal matters")
public class MatterPaymentsResource {

    @Inject
    private PaymentService payments;

    @PathParam("matterId")
    private MatterId matterId;

    @GET
    @Operation(
            operationId = "readPayments",
            summary = "Read what was ordered and really paid",
            description = "Her lawyer's own. What is not paid stays open.")
    public Payments read() {
        return payments.of(matterId);
    }

    @POST
    @Operation(
            operationId = "notePayment",
            summary = "Write down a payment",
            description = "Together never more than was ordered.")
    public void note(NewPayment payment, @HeaderParam(Keys.NAME) String key) {
        payments.note(matterId, payment, key);
    }

    @POST
    @Path("/{paymentId}/withdrawal")
    @Operation(
            operationId = "withdrawPayment",
            summary = "Say that a payment was written down by mistake",
            description =
                    "It stays to be seen and does not count: what it paid is open again. A matter that is closed stays closed.")
    public void takeBack(@PathParam("paymentId") UUID paymentId, NewTakingBack mistake) {
        payments.takeBack(matterId, paymentId, mistake);
    }
}
