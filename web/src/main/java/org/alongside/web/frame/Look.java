package org.alongside.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of stylesheets and script that change with their content, so that browsers may keep them for good. */
@Named
@ApplicationScoped
public class Look {
    static final String FOLDER = "/resources/alongside/";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private ServletContext context;

    protected Look() {}

    @Inject
    Look(ServletContext context) {
        this.context = context;
    }

    /** {@code #{look.url('frame.css')}}. */
    public String url(String file) {
        return addresses.computeIfAbsent(file, one -> context.getContextPath() + FOLDER + one + "?v=" + mark(one));
    }

    private String mark(String file) {
        try (InputStream content = context.getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new IllegalArgumentException("No such file in the look: " + file);
            }
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(sum, 0, 6);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
