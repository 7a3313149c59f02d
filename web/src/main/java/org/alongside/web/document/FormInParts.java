package org.alongside.web.document;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.MultipartParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.document.Received;
import org.alongside.document.Reception;
import org.alongside.document.Spool;

/**
 * What a form sends in parts: its fields, and one file, which goes to the disk as it comes and never into memory. Of what is larger than anything that is
 * taken nothing is kept, but it is heard to its end, so that whoever sends it is told in words.
 */
final class FormInParts implements MultipartParser.PartHandler {
    /** The most that is kept of a file before its size is held against the setting, in bytes. */
    static final long MOST = 64L * 1024 * 1024;

    private static final int FIELDS = 256 * 1024;
    private static final ByteBufferPool POOL = new DefaultByteBufferPool(false, 16 * 1024, 20, 0);

    private final OutputStream file;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private String name;
    private String fileName;
    private boolean inFile;
    private long taken;
    private int fieldBytes;
    private boolean noRoom;

    private FormInParts(OutputStream file) {
        this.file = file;
    }

    /**
     * What came.
     *
     * @param file what was handed in; nothing where no file was chosen, with why that is not taken
     */
    record Came(Map<String, List<String>> fields, Received file) implements AutoCloseable {
        @Override
        public void close() {
            file.close();
        }
    }

    /** Hears a form to its end; whatever breaks off before that was never there. */
    static Came read(InputStream in, String contentType, Reception reception) throws IOException {
        FormInParts[] form = new FormInParts[1];
        Spool spool;
        try {
            spool = Spool.of(out -> {
                form[0] = new FormInParts(out);
                form[0].hear(in, Headers.extractQuotedValueFromHeader(contentType, "boundary"));
            });
        } catch (Spool.NoRoom full) {
            FormInParts heard = new FormInParts(OutputStream.nullOutputStream());
            heard.hear(in, Headers.extractQuotedValueFromHeader(contentType, "boundary"));
            return new Came(heard.fields, reception.noRoom());
        }
        return new Came(form[0].fields, form[0].received(spool, reception));
    }

    private Received received(Spool spool, Reception reception) {
        if (fileName == null || noRoom || taken > MOST) {
            spool.close();
            return fileName == null ? reception.nothing() : noRoom ? reception.noRoom() : reception.tooLarge();
        }
        return reception.look(spool, fileName);
    }

    private void hear(InputStream in, String boundary) throws IOException {
        if (boundary == null) {
            throw new IOException("no boundary");
        }
        MultipartParser.ParseState parser = MultipartParser.beginParse(
                POOL, this, boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
        byte[] some = new byte[16 * 1024];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            parser.parse(ByteBuffer.wrap(some, 0, read));
        }
        if (!parser.isComplete()) {
            throw new IOException("it broke off");
        }
    }

    @Override
    public void beginPart(HeaderMap headers) {
        String said = headers.getFirst(Headers.CONTENT_DISPOSITION);
        name = said == null ? null : Headers.extractQuotedValueFromHeader(said, "name");
        String called = said == null ? null : Headers.extractQuotedValueFromHeaderWithEncoding(said, "filename");
        inFile = called != null;
        if (inFile && !called.isEmpty() && fileName == null) {
            fileName = called;
        } else if (inFile) {
            name = null;
        }
        field.reset();
    }

    @Override
    public void data(ByteBuffer some) {
        byte[] bytes = new byte[some.remaining()];
        some.get(bytes);
        if (!inFile) {
            fieldBytes += bytes.length;
            if (fieldBytes <= FIELDS) {
                field.writeBytes(bytes);
            }
        } else if (name != null) {
            taken += bytes.length;
            keep(bytes);
        }
    }

    private void keep(byte[] bytes) {
        if (taken <= MOST && !noRoom) {
            try {
                file.write(bytes);
            } catch (IOException full) {
                noRoom = true;
            }
        }
    }

    @Override
    public void endPart() {
        if (!inFile && name != null) {
            fields.computeIfAbsent(name, one -> new ArrayList<>()).add(field.toString(StandardCharsets.UTF_8));
        }
    }
}
