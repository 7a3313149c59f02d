package org.alongside.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of an installation under which the keys of documents lie: each version has a key of its own, which stands beside it, encrypted. They stand in
 * the environment and never in the database, so that a backup alone opens nothing: the one in use first, older ones behind it, with a comma between.
 */
@ApplicationScoped
class DocumentKeys {
    static final String VARIABLE = "ALONGSIDE_DOCUMENT_KEY";
    static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final List<Master> masters = new ArrayList<>();

    DocumentKeys() {
        this(System.getenv(VARIABLE));
    }

    DocumentKeys(String text) {
        if (text != null && !text.isBlank()) {
            Arrays.stream(text.split(",")).map(String::strip).map(Master::of).forEach(masters::add);
        }
    }

    /** The key of one version, new, with what is kept of it. */
    record Made(SecretKeySpec key, String master, byte[] sealed) {}

    private record Master(String name, SecretKeySpec key) {
        static Master of(String secret) {
            if (secret.length() < SHORTEST) {
                throw new IllegalStateException(
                        VARIABLE + " must hold secrets of " + SHORTEST + " characters or more, with a comma between.");
            }
            return new Master(
                    HexFormat.of().formatHex(hash(secret, "name"), 0, 8),
                    new SecretKeySpec(hash(secret, "document keys"), "AES"));
        }
    }

    /** Makes a key; empty where this installation has no secret. */
    Optional<Made> make(String about) {
        return masters.stream().findFirst().map(master -> {
            byte[] secret = random(32);
            byte[] nonce = random(NONCE);
            byte[] sealed = crypt(Cipher.ENCRYPT_MODE, master.key(), nonce, about, secret);
            return new Made(
                    new SecretKeySpec(secret, "AES"),
                    master.name(),
                    ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        });
    }

    /** Opens what was sealed; empty where its secret is not among those of this installation. */
    Optional<SecretKeySpec> open(String name, byte[] sealed, String about) {
        return masters.stream()
                .filter(master -> master.name().equals(name))
                .findFirst()
                .map(master -> new SecretKeySpec(
                        crypt(
                                Cipher.DECRYPT_MODE,
                                master.key(),
                                Arrays.copyOf(sealed, NONCE),
                                about,
                                Arrays.copyOfRange(sealed, NONCE, sealed.length)),
                        "AES"));
    }

    /**
     * Encrypts or decrypts one thing with AES-256 in GCM.
     *
     * @param about what it belongs to; decrypting fails where it is put elsewhere
     */
    static byte[] crypt(int mode, SecretKeySpec key, byte[] nonce, String about, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException altered) {
            throw new Altered();
        }
    }

    private static byte[] random(int length) {
        byte[] chance = new byte[length];
        CHANCE.nextBytes(chance);
        return chance;
    }

    private static byte[] hash(String secret, String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands in the database is not what was put there. */
    static final class Altered extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
