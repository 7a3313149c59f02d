package org.alongside.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of an installation with which parts of names are hashed; it stands in the environment and never in the database. */
public final class SearchKey {
    static final int SHORTEST = 32;
    private static final String VARIABLE = "ALONGSIDE_SEARCH_KEY";
    private static final String HASH = "HmacSHA256";

    private final SecretKeySpec secret;

    SearchKey(String secret) {
        if (secret == null || secret.length() < SHORTEST) {
            throw new IllegalStateException(VARIABLE + " must hold a secret of " + SHORTEST
                    + " characters or more; without it nobody is found by name.");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HASH);
    }

    /** The key of this installation; fails in words where there is none. */
    public static SearchKey ofInstallation() {
        return new SearchKey(System.getenv(VARIABLE));
    }

    /** What stands in the database for a form of a name. */
    UUID word(String form) {
        ByteBuffer hash = ByteBuffer.wrap(hash("name " + form));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /** By which this key is known again, without telling it. */
    String fingerprint() {
        return HexFormat.of().formatHex(hash("fingerprint"), 0, 8);
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(secret);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
