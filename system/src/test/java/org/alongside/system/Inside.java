package org.alongside.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What a test inside the server finds in its own archive: the way to the database from below, and texts. */
final class Inside {

    static final String DATABASE = "database.properties";

    private Inside() {}

    static Database sql() {
        Properties kept = new Properties();
        try (InputStream in = Inside.class.getResourceAsStream("/" + DATABASE)) {
            kept.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Database(kept.getProperty("url"), kept::getProperty);
    }

    static String text(String name) {
        try (InputStream in = Inside.class.getResourceAsStream("/inside/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
