package org.alongside.organisation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.Check;

/** What an invitation must say, and which roles go together. */
final class InvitationRules {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,78}[a-z0-9]");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Set<String> LANGUAGES = Set.of("en", "ar");

    private final Codes codes;

    InvitationRules(Codes codes) {
        this.codes = codes;
    }

    /** Gathers what is wrong with the invitation; {@code competent}: whether to a competent authority. */
    Check check(NewWorker worker, boolean competent) {
        Check check = new Check();
        new Fields(codes, check).check(worker, "");
        check.optionalCode(worker.language(), "language", LANGUAGES::contains);
        if (worker.username() != null && !worker.username().isBlank()) {
            check.that(USERNAME.matcher(worker.username()).matches(), "username", "unknown-username");
        }
        if (worker.email() != null && !worker.email().isBlank()) {
            check.that(EMAIL.matcher(worker.email()).matches(), "email", "unknown-email");
        }
        return checkRoles(check, worker.roles(), competent);
    }

    /**
     * Adds what is wrong with the roles: who administers opens no file and so is nothing else; who audits does not audit
     * their own work; who speaks for children helps nobody in another job; coordinators belong to a competent authority;
     * survivors are not invited as workers.
     */
    Check checkRoles(Check check, List<String> roles, boolean competent) {
        check.that(!roles.isEmpty(), "roles", "missing").codes(roles, "roles", codes.in("user_role"));
        for (Role alone : List.of(Role.ADM, Role.DPO, Role.GRD)) {
            check.that(!roles.contains(alone.name()) || roles.size() == 1, "roles", "role-alone");
        }
        check.that(!roles.contains(Role.NRM.name()) || competent, "roles", "not-competent");
        return check.that(!roles.contains(Role.SUR.name()), "roles", "role-not-invited");
    }

    /** Whether somebody with these roles looks after the work of the team. */
    static boolean supervises(List<String> roles) {
        return roles.contains(Role.SUP.name()) || roles.contains(Role.SHM.name());
    }

    /** Whether somebody with these roles must sign in with a second factor. */
    static boolean secondFactor(Set<String> roles) {
        return Role.WITH_SECOND_FACTOR.stream().map(Role::name).anyMatch(roles::contains);
    }
}
