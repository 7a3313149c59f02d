package org.alongside.document;

import static org.alongside.setup.Care.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import org.alongside.setup.Care;
import org.alongside.setup.Door;
import org.alongside.setup.TestDatabase;
import org.alongside.shared.CaseId;
import org.alongside.shared.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the server is full, or goes away, while something lies on it: that is said in words, and nothing half is kept. */
class SpoolTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void a_disk_that_is_full_says_so_and_nothing_is_left_of_what_was_written() throws Exception {
        Path full = Files.createSymbolicLink(folder.resolve("alongside-x.part"), Path.of("/dev/full"));
        assertThatThrownBy(() -> Spool.of(full, out -> out.write(new byte[1_000_000])))
                .isInstanceOf(Spool.NoRoom.class);
        assertThat(Files.exists(full, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void a_line_that_breaks_leaves_nothing_either() throws Exception {
        Path file = folder.resolve("alongside-y.part");
        assertThatThrownBy(() -> Spool.of(file, out -> {
                    out.write(new byte[100]);
                    throw new java.io.EOFException();
                }))
                .isInstanceOf(java.io.EOFException.class)
                .isNotInstanceOf(Spool.NoRoom.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_goes_away_from_the_disk_before_it_is_kept_is_refused_in_words_and_nothing_is_in_the_database()
            throws Exception {
        Care care = new Care(TestDatabase.get());
        CaseId her = Papers.survivor(care);
        Path file = folder.resolve("alongside-z.part");
        Spool gone = Spool.of(file, out -> out.write("words".getBytes(StandardCharsets.UTF_8)));
        Received received = Received.taken(DocumentType.TEXT, gone, gone.sha256(), 0, "NOT_SCANNED");
        Files.delete(file);
        Door<DocumentService> door = new Door<>(care, Papers::doors);
        assertThat(door.reason(LEAD, doors -> doors.bring(her, Papers.of("CERTIFICATE"), received, null)))
                .isEqualTo("disk-away");
        assertThat(care.below("select count(*) from document where case_id = '%s'".formatted(her)))
                .isEqualTo("0");
        DocumentId kept = care.as(
                LEAD, HOUR, on -> Papers.doors(on).bring(her, Papers.of("CERTIFICATE"), Papers.text("words"), null));
        HandedIn.forget();
        assertThat(care.below("select count(*) from document_piece where document_id = '%s'".formatted(kept)))
                .isEqualTo("1");
    }
}
