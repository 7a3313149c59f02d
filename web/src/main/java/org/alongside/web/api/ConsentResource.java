package org.alongside.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.alongside.consent.ConsentService;
import org.alongside.shared.ConsentId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One consent. */
@Path("/consents/{consentId}")
@RequestScoped
@Tag(name = "Consents")
public class ConsentResource {

    @Inject
    private ConsentService consents;

    @POST
    @Path("/withdrawal")
    @Operation(
            operationId = "withdrawConsent",
            summary = "Take a consent back at her word",
            description = "In the same second what it opened closes, and open referrals under it are revoked.")
    public void withdraw(@PathParam("consentId") ConsentId consentId) {
        consents.withdraw(consentId);
    }
}
