package org.alongside.oversight;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * The key of an installation with which an export of the audit is signed: a private key on the curve P-256, as PKCS 8 in Base64; it
 * stands in the environment and never in the database.
 */
final class SigningKey {
    static final String VARIABLE = "ALONGSIDE_AUDIT_KEY";
    private static final String HOW = "SHA256withECDSA";

    private final PrivateKey key;

    SigningKey(String text) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(text);
            key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            // without its cause, which may quote the key
            throw new IllegalStateException(
                    VARIABLE + " must hold a private key on the curve P-256 as PKCS 8 in Base64.");
        }
    }

    /** The key of this installation, if it has one; fails in words where what is set is none. */
    static Optional<SigningKey> ofInstallation() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(SigningKey::new);
    }

    /** The signature as openssl writes and reads it: ECDSA over SHA-256, in DER. */
    byte[] sign(byte[] file) {
        try {
            Signature signature = Signature.getInstance(HOW);
            signature.initSign(key);
            signature.update(file);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
