package org.alongside.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.alongside.web.problem.Place;
import org.alongside.web.problem.Unacceptable;
import org.alongside.web.problem.Unacceptable.At;
import org.alongside.web.problem.Unacceptable.Kind;

/** Sees to it that a body is there where one is asked for and only there, and that it is not too large to read. */
@Provider
public class BodyGuard implements ContainerRequestFilter, ReaderInterceptor {

    /** The largest body in bytes. */
    static final int LARGEST = 256 * 1024;

    /** The largest body of an operation that takes a file, in bytes. */
    static final int LARGEST_FILE = 8 * 1024 * 1024;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (resource.getResourceMethod().isAnnotationPresent(InParts.class)) {
            return;
        }
        int largest = resource.getResourceMethod().isAnnotationPresent(Large.class) ? LARGEST_FILE : LARGEST;
        if (request.getLength() > largest) {
            throw tooLarge(largest);
        }
        if (!takesBody()) {
            if (request.hasEntity() && request.getEntityStream().read() >= 0) {
                throw new Unacceptable(Kind.UNREADABLE, new At(Place.nowhere(), "body-not-expected"));
            }
        } else {
            request.setEntityStream(new Limited(request.getEntityStream(), largest));
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        Object read = body.proceed();
        if (read == null) {
            throw missing();
        }
        return read;
    }

    /** A parameter without an annotation is the body. */
    private boolean takesBody() {
        return Arrays.stream(resource.getResourceMethod().getParameterAnnotations())
                .anyMatch(annotations -> annotations.length == 0);
    }

    static Unacceptable missing() {
        return new Unacceptable(Kind.UNREADABLE, new At(Place.body(""), "body-missing"));
    }

    private static Unacceptable tooLarge(int largest) {
        return new Unacceptable(Kind.TOO_LARGE, new At(Place.nowhere(), "too-large", largest));
    }

    private static final class Limited extends FilterInputStream {
        private final int largest;
        private int left;

        Limited(InputStream in, int largest) {
            super(in);
            this.largest = largest;
            this.left = largest;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(0, read);
            if (left < 0) {
                throw tooLarge(largest);
            }
        }
    }
}
