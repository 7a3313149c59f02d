package org.alongside.system;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords made up for one data home, kept in a file that only its owner reads. */
final class Secrets {

    private final Path file;
    private final Properties kept = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The secret of this name; made up when it is first asked for. */
    synchronized String of(String name) {
        String secret = kept.getProperty(name);
        if (secret == null) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            keep(name, secret);
        }
        return secret;
    }

    /** What was kept under this name, or what is given now, which is kept from then on. */
    synchronized String remembered(String name, String now) {
        if (kept.getProperty(name) == null) {
            keep(name, now);
        }
        return kept.getProperty(name);
    }

    private void keep(String name, String value) {
        kept.setProperty(name, value);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            try (Writer out = Files.newBufferedWriter(file)) {
                kept.store(out, "Made up for this data folder. Whoever reads this file reads the database.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
