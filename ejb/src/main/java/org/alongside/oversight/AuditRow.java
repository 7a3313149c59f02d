package org.alongside.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Category;
import org.alongside.access.Role;

/**
 * One event of the audit: that something was done or refused, never what was in it.
 *
 * @param chain the record in which it is numbered: that of a case or, where it belongs to none, of the person
 * @param number its place in that record, from 1
 * @param at by the one clock, UTC
 * @param person the name of somebody of the reader's own organisation; of others their organisation alone
 * @param session id of the sign-in session
 * @param action the permission that was asked for
 * @param caseCode the case, as far as the reader may know of it
 * @param bases on what the access rested: codes
 * @param reason code of the reason of a refusal
 * @param hash of the event and all before it in its record, hexadecimal
 */
public record AuditRow(
        UUID chain,
        long number,
        Instant at,
        String organisationName,
        Optional<String> person,
        Set<Role> roles,
        String session,
        String action,
        Optional<String> caseCode,
        Optional<Category> category,
        List<String> bases,
        String outcome,
        Optional<String> reason,
        String hash) {}
