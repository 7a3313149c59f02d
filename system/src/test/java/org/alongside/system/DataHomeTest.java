package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the data, and what may be wrong with it. */
class DataHomeTest {

    @TempDir
    private Path folder;

    @Test
    void too_little_room_is_told_and_the_folder_is_given_free_again() throws IOException {
        long more = Files.getFileStore(folder).getUsableSpace() + (1L << 40);

        assertThatThrownBy(() -> DataHome.open(folder, more))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching(
                        "Alongside needs \\d+ MB of room under \\Q" + folder + "\\E\\. There are \\d+ MB\\.");
        try (DataHome home = DataHome.open(folder, 0)) {
            assertThat(home.resolve("postgresql")).doesNotExist();
        }
    }

    @Test
    void one_system_at_a_time_has_it() {
        try (DataHome first = DataHome.open(folder, 0)) {
            assertThatThrownBy(() -> DataHome.open(folder, 0))
                    .hasMessageStartingWith("Alongside already runs on " + folder);
            assertThat(first.resolve("lock")).exists();
        }
        DataHome.open(folder, 0).close();
    }
}
