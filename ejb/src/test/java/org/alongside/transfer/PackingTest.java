package org.alongside.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.junit.jupiter.api.Test;

/** The file in which cases leave: closed to whoever lacks the passphrase. */
class PackingTest {
    private static final String PASSPHRASE = "correct horse battery staple";

    @Test
    void it_opens_with_the_passphrase_alone_and_holds_what_an_import_takes() throws Exception {
        char[] typed = PASSPHRASE.toCharArray();
        byte[] zip = new Packing(typed).finish();

        assertThat(new String(typed)).as("what was typed is wiped").matches("\0+");
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain("record_id");
        assertThat(content(zip, PASSPHRASE)).startsWith("record_id,legal_basis,caseworker");
        assertThatThrownBy(() -> content(zip, "correct horse battery stable")).isInstanceOf(ZipException.class);
    }

    private static String content(byte[] zip, String passphrase) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), passphrase.toCharArray())) {
            LocalFileHeader entry = in.getNextEntry();
            assertThat(entry.getFileName()).isEqualTo("cases-1.csv");
            assertThat(entry.getAesExtraDataRecord().getAesKeyStrength()).isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
