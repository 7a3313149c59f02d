package org.alongside.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
    private final SecurityHeaders filter = new SecurityHeaders(Optional.of(URI.create("https://id.example:8443/auth")));

    @Test
    void a_page_loads_nothing_from_elsewhere_and_is_framed_by_nobody() throws Exception {
        String policy = answer("/worklist/mine.xhtml", null, false).get("Content-Security-Policy");
        assertThat(policy.split("; "))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("form-action 'self' https://id.example:8443")
                .noneMatch(part -> part.contains("unsafe") || part.contains("*"));
    }

    @Test
    void a_page_of_a_survivor_is_never_kept_by_the_browser() throws Exception {
        assertThat(answer("/casefile/file.xhtml", null, false)).containsEntry("Cache-Control", "no-store");
        assertThat(answer("/api/v1/cases", "7", false)).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void the_look_is_kept_for_good_once_its_address_carries_its_content() throws Exception {
        assertThat(answer("/resources/alongside/base.css", "abc", false).get("Cache-Control"))
                .contains("immutable");
        assertThat(answer("/resources/alongside/base.css", null, false)).containsEntry("Cache-Control", "no-cache");
        assertThat(answer("/resources/alongside/fonts/a.woff2", null, false).get("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void an_address_gives_nothing_away_to_where_a_link_leads() throws Exception {
        assertThat(answer("/", null, false)).containsEntry("Referrer-Policy", "no-referrer");
    }

    @Test
    void only_a_secure_answer_asks_for_security_from_then_on() throws Exception {
        assertThat(answer("/", null, true)).containsKey("Strict-Transport-Security");
        assertThat(answer("/", null, false)).doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void without_a_sign_in_elsewhere_forms_stay_here() {
        assertThat(ContentPolicy.value(Optional.empty())).contains("form-action 'self';");
        assertThatThrownBy(() -> ContentPolicy.value(Optional.of(URI.create("keycloak"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_change_of_language_leads_back_to_a_page_of_ours_only() {
        assertThat(PreferenceServlet.back("/worklist/mine.xhtml?case=7", "")).isEqualTo("/worklist/mine.xhtml?case=7");
        assertThat(PreferenceServlet.back("/app/x", "/app")).isEqualTo("/app/x");
        assertThat(PreferenceServlet.back("/other/x", "/app")).isEqualTo("/app/");
        for (String away : new String[] {null, "", "//evil.example", "https://evil.example", "/\\evil", "/a\r\nb: c"}) {
            assertThat(PreferenceServlet.back(away, ""))
                    .as(String.valueOf(away))
                    .isEqualTo("/");
        }
    }

    /** The headers of the answer to a request for this path. */
    private Map<String, String> answer(String path, String version, boolean secure) throws Exception {
        Map<String, Object> request = new HashMap<>();
        request.put("getServletPath", path);
        request.put("getParameter", version);
        request.put("isSecure", secure);
        request.put("getDispatcherType", DispatcherType.REQUEST);
        Map<String, String> headers = new HashMap<>();
        filter.doFilter(
                fake(HttpServletRequest.class, (method, arguments) -> request.get(method)),
                fake(HttpServletResponse.class, (method, arguments) -> {
                    assertThat(method).isEqualTo("setHeader");
                    return headers.put((String) arguments[0], (String) arguments[1]);
                }),
                (to, from) -> {});
        return headers;
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        Object made =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object value = answer.to(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : value;
                });
        return type.cast(made);
    }

    /** What a method of a fake answers. */
    private interface Answer {
        Object to(String method, Object[] arguments);
    }
}
