package org.alongside.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.alongside.casefile.TakenCases.Taken;
import org.alongside.transfer.Sheet.Brought;

/** Packs cases into a ZIP whose files are encrypted with AES-256 (WinZip AE-2), in tables that an import takes as they are. */
final class Packing {
    private static final int ROWS_IN_A_FILE = 2_000;
    private static final String LINE_ENDS = "\r\n";

    private final OwnSheet sheet = new OwnSheet();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip;
    private final List<Taken> waiting = new ArrayList<>();
    private int files;

    Packing(char[] passphrase) {
        try {
            zip = new ZipOutputStream(bytes, passphrase.clone(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    void add(Taken taken) {
        waiting.add(taken);
        if (waiting.size() == ROWS_IN_A_FILE) {
            write();
        }
    }

    /** The whole file; nothing can be added any more. */
    byte[] finish() {
        if (!waiting.isEmpty() || files == 0) {
            write();
        }
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write() {
        StringBuilder text = new StringBuilder(CsvText.write(sheet.columns())).append(LINE_ENDS);
        for (Taken taken : waiting) {
            text.append(CsvText.write(sheet.write(Brought.of(taken)))).append(LINE_ENDS);
        }
        waiting.clear();
        files++;
        ZipParameters entry = new ZipParameters();
        entry.setFileNameInZip("cases-" + files + ".csv");
        entry.setEncryptFiles(true);
        entry.setEncryptionMethod(EncryptionMethod.AES);
        entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        try {
            zip.putNextEntry(entry);
            zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
