package org.alongside.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash by which a document is known again. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
