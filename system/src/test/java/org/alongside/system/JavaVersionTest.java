package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java that will not do is named before anything is built or started. */
class JavaVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21", "25.0.1"})
    void nothing_is_said_about_a_java_that_was_tried(String version) {
        assertThat(JavaVersion.check(Runtime.Version.parse(version))).isEmpty();
    }

    @Test
    void an_older_java_is_refused() {
        assertThatThrownBy(() -> JavaVersion.check(Runtime.Version.parse("11.0.2")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Alongside needs a JDK 17 or newer. This is 11.");
    }

    @Test
    void a_java_newer_than_any_that_was_tried_gets_a_line_and_goes_on() {
        assertThat(JavaVersion.check(Runtime.Version.parse("27-ea")).orElseThrow())
                .startsWith("Alongside was tried with Java 17 to 25. This is 27");
    }

    @Test
    void the_build_refuses_an_older_java_before_it_compiles_anything() throws Exception {
        Path root = Path.of(System.getProperty("alongside.root"));
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "-q",
                        "-o",
                        "-N",
                        "-Prun",
                        "-Djava.version=11.0.2")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(build.getInputStream().readAllBytes());

        assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(build.exitValue()).as(said).isNotZero();
        assertThat(said)
                .contains("Alongside needs a JDK 17 or newer. This is 11.0.2.")
                .doesNotContain("Building");
    }
}
