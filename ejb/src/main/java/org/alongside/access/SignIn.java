package org.alongside.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/** What the sign-in says besides name and roles, told once a request by the web module; without it the gate refuses. */
@RequestScoped
public class SignIn {
    private Set<String> organisations = Set.of();
    private String subject = "";
    private String session = "";
    private String displayName = "";

    /** Told once, from the verified token; a second telling is refused. */
    public void from(String subject, Set<String> organisations, String session, String displayName) {
        if (!this.subject.isEmpty()) {
            throw new IllegalStateException("sign-in told twice");
        }
        this.subject = subject;
        this.organisations = Set.copyOf(organisations);
        this.session = session;
        this.displayName = displayName;
    }

    public String subject() {
        return subject;
    }

    /** Aliases of the organisations that the sign-in names as memberships. */
    public Set<String> organisations() {
        return organisations;
    }

    public String session() {
        return session;
    }

    public String displayName() {
        return displayName;
    }
}
