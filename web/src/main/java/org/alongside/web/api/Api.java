package org.alongside.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The REST API's root: what a person can do, an integration can do, through the same doors. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Alongside",
                        version = "1",
                        description = """
                                Whatever a person can do in Alongside, an integration can do here, through the same doors.

                                Send a bearer token with the audience `alongside-api`; a session cookie is not looked at.
                                Times are ISO 8601 with an offset and are answered in UTC. Ids are random and mean nothing.
                                Codes are those of `GET /codes`. What is absent or not open to the caller is left out.
                                Unknown fields, values of another kind and bodies over 256 KB are refused, and nothing is half-written.
                                What is not yours is not there: both answer 404, and the two are never told apart.
                                """,
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This installation"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of the installation's sign-in, with the audience of the API")
public class Api extends Application {}
