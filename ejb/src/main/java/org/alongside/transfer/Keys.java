package org.alongside.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what a record is known again: its own id within its organisation, or the file and the line; never what it says. */
final class Keys {
    private Keys() {}

    static String ofFile(String text) {
        return hash("file\n" + text);
    }

    static String ofLine(String fileHash, int line) {
        return hash("line\n" + fileHash + "\n" + line);
    }

    static String ofRecord(String recordId) {
        return hash("record\n" + recordId);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
