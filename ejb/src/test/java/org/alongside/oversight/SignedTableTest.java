package org.alongside.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alongside.access.Role;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer takes out can be held against the key of the installation, by anybody, and nothing in it runs. */
class SignedTableTest {
    private KeyPair pair;

    @BeforeEach
    void a_key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    @Test
    void the_signature_holds_for_the_table_and_for_no_other() throws Exception {
        Map<String, byte[]> files = files(row("Mina Okafor"));
        assertThat(files).containsOnlyKeys("audit.csv", "audit.csv.sig");
        assertThat(holds(files.get("audit.csv"), files.get("audit.csv.sig"))).isTrue();
        byte[] changed = new String(files.get("audit.csv"), StandardCharsets.UTF_8)
                .replace("Mina", "Nina")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(holds(changed, files.get("audit.csv.sig"))).isFalse();
    }

    @Test
    void openssl_says_so_too(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
        for (Map.Entry<String, byte[]> file : files(row("Mina Okafor")).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(
                folder.resolve("audit-public.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        Process verified = new ProcessBuilder(
                        "openssl",
                        "dgst",
                        "-sha256",
                        "-verify",
                        "audit-public.pem",
                        "-signature",
                        "audit.csv.sig",
                        "audit.csv")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(verified.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Verified OK");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_text() throws Exception {
        assertThat(new String(files(row("=HYPERLINK(\"x\")")).get("audit.csv"), StandardCharsets.UTF_8))
                .startsWith(
                        "at,organisation,person,roles,session,action,case,category,basis,outcome,reason,record,number,hash\r\n")
                .contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    void a_key_that_is_none_is_refused_in_words_that_do_not_tell_it() {
        for (String wrong : List.of("secret-that-is-no-key", Base64.getEncoder().encodeToString(new byte[40]))) {
            assertThatThrownBy(() -> new SigningKey(wrong))
                    .hasMessageContaining(SigningKey.VARIABLE)
                    .hasMessageNotContaining(wrong)
                    .hasNoCause();
        }
    }

    private boolean holds(byte[] file, byte[] signature) throws Exception {
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(pair.getPublic());
        check.update(file);
        return check.verify(signature);
    }

    private Map<String, byte[]> files(AuditRow row) throws IOException {
        SigningKey key = new SigningKey(
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(SignedTable.of(List.of(row), key)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static AuditRow row(String person) {
        return new AuditRow(
                new UUID(1, 1),
                7,
                Instant.parse("2026-11-22T10:00:00Z"),
                "Harbour Light",
                Optional.of(person),
                Set.of(Role.CW),
                "s",
                "READ_CASE",
                Optional.of("K7-4QXM9P"),
                Optional.empty(),
                List.of("LEAD"),
                "PERMITTED",
                Optional.empty(),
                "00ff");
    }
}
