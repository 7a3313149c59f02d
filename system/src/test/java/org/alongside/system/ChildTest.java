package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's process is found again by its number and its start, and never mistaken for another. */
class ChildTest {

    @TempDir
    private Path folder;

    @Test
    void a_process_is_known_again_until_its_number_belongs_to_another() throws IOException {
        Path file = folder.resolve("run/this.pid");
        ProcessHandle me = ProcessHandle.current();
        Child.remember(file, me);
        assertThat(Child.remembered(file)).contains(me);

        Files.writeString(
                file, me.pid() + " " + me.info().startInstant().orElseThrow().minusSeconds(60));
        assertThat(Child.remembered(file)).isEmpty();
    }

    @Test
    void a_file_that_was_half_written_names_nobody() throws IOException {
        Path file = folder.resolve("this.pid");
        long me = ProcessHandle.current().pid();
        for (String half : List.of("", String.valueOf(me), me + " ", me + " ?", "x " + Instant.now())) {
            Files.writeString(file, half);
            assertThat(Child.remembered(file)).as("\"" + half + "\"").isEmpty();
        }
    }

    @Test
    void what_was_stopped_is_not_started_any_more() {
        Child child = new Child("Sleep", folder.resolve("log"), folder.resolve("this.pid"));
        child.stop();

        assertThatThrownBy(() -> child.start(List.of("sleep", "60"), Map.of())).isInstanceOf(Refusal.class);
        assertThat(child.alive()).isFalse();
    }
}
