package org.alongside.guardian;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;
import org.alongside.shared.GuardianId;

/**
 * Somebody who is suspected to have harmed a child, or whose interests are against hers.
 *
 * @param guardian if that person stood for her until now: who
 * @param relation what that person is to her, code of excluded_relation
 * @param name by which that person is known; null: everybody of that relation is excluded until it is said who it is
 * @param description what helps to know that person
 */
public record NewExcludedPerson(
        GuardianId guardian,
        @NotNull @CodeOf("excluded_relation") String relation,
        @Size(max = 120) String name,
        @Size(max = 200) String description) {}
