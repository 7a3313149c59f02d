package org.alongside.safety;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;

/**
 * That something is wrong.
 *
 * @param type code of safety_alert_type; WORRY says no more than that
 * @param inDanger whether she is in danger now: then it is as urgent as can be
 * @param words what was seen or heard; may be left out, and whoever hears of it asks
 */
public record NewAlert(
        @NotNull @CodeOf("safety_alert_type") String type,
        boolean inDanger,
        @Size(max = 2000) String words) {
    static final String CRITICAL = "CRITICAL";
}
