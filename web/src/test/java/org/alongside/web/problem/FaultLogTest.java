package org.alongside.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The log tells faults of ours without their words, and keeps quiet about what is no fault. */
class FaultLogTest {

    @Test
    void a_server_that_is_away_and_a_browser_that_has_gone_are_no_faults_of_ours() {
        assertThat(FaultLog.foreseen(new ProviderAway())).isTrue();
        assertThat(FaultLog.foreseen(new ServletException(new EJBException(new SQLException("gone", "57P01")))))
                .isTrue();
        assertThat(FaultLog.foreseen(new IOException("Broken pipe"))).isTrue();
        assertThat(FaultLog.foreseen(new UncheckedIOException(in("io.undertow.servlet.spec.ServletOutputStreamImpl"))))
                .isTrue();
        assertThat(FaultLog.foreseen(new IllegalStateException(in("org.wildfly.security.http.oidc.ServerRequest"))))
                .isTrue();
    }

    @Test
    void a_file_that_cannot_be_read_while_a_page_is_made_is_a_fault_of_ours() {
        assertThat(FaultLog.foreseen(new UncheckedIOException(new IOException("font"))))
                .isFalse();
    }

    private static IOException in(String somewhere) {
        IOException thrown = new IOException("gone");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("sun.nio.ch.SocketDispatcher", "write0", null, -2),
            new StackTraceElement(somewhere, "write", null, 1)
        });
        return thrown;
    }

    @Test
    void everything_else_is_a_fault_and_is_written_without_its_words() {
        SQLException fault = new SQLException("Key (name)=(Maya) exists", "23514");

        assertThat(FaultLog.foreseen(new ServletException(fault))).isFalse();
        assertThat(FaultLog.foreseen(new IllegalStateException("Maya"))).isFalse();
        assertThat(Fault.describe(new IllegalStateException("Maya", fault)))
                .contains("IllegalStateException", "SQL state 23514", "FaultLogTest")
                .doesNotContain("Maya");
    }
}
