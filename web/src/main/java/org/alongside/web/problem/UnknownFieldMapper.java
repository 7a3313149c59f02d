package org.alongside.web.problem;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes the place of the server's own answer to an unknown field, which repeats the body. */
@Provider
public class UnknownFieldMapper implements ExceptionMapper<UnrecognizedPropertyException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(UnrecognizedPropertyException unknown) {
        return providers.getExceptionMapper(Throwable.class).toResponse(unknown);
    }
}
