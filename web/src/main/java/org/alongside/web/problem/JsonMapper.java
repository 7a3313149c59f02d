package org.alongside.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Takes the place of the server's own answer to a body that cannot be read, which writes what was sent to the log. */
@Provider
public class JsonMapper implements ExceptionMapper<JsonProcessingException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(JsonProcessingException unread) {
        return providers.getExceptionMapper(Throwable.class).toResponse(unread);
    }
}
