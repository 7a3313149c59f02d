package org.alongside.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the identity provider says about the person, or the integration, behind this request.
 *
 * <p>Written once, at the edge, from a verified token; read by the gate. A request without a token, a timer or a job
 * of the process engine leaves it empty: an empty sign-in names nobody and belongs to no organisation.
 */
@RequestScoped
public class SignIn {

    private String subject;
    private Set<String> organisations = Set.of();
    private String sessionId;
    private String displayName;
    private boolean secondFactor;
    private String address;

    /**
     * Takes over what the token says.
     *
     * @param subject the provider's lasting id of the person, the token's {@code sub}
     * @param organisations the aliases of the organisations that the token names, empty if it names none
     * @param sessionId the provider's id of the session, the token's {@code sid}, or null for a token without session
     * @param displayName what the person is called on screen, never used to decide anything
     * @throws IllegalStateException if this request has been signed in before
     */
    public void from(String subject, Set<String> organisations, String sessionId, String displayName) {
        if (this.subject != null) {
            throw new IllegalStateException("A request is signed in once.");
        }
        this.subject = Objects.requireNonNull(subject, "subject");
        this.organisations = Set.copyOf(organisations);
        this.sessionId = sessionId;
        this.displayName = displayName;
    }

    /** Says that this sign-in was made with a second factor, which the token must show. */
    public void withSecondFactor() {
        secondFactor = true;
    }

    /** Says where the person reads mail; a token for the API does not say it. */
    public void readsMailAt(String address) {
        this.address = address;
    }

    /** Where the person reads mail, as far as the provider says. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** Whether the person signed in with a second factor. */
    public boolean hasSecondFactor() {
        return secondFactor;
    }

    /** Whether a token stands behind this request. */
    public boolean known() {
        return subject != null;
    }

    /** The provider's lasting id of the person, or null if nobody has signed in. */
    public String subject() {
        return subject;
    }

    /** The aliases of the organisations that the token names; empty if it names none. */
    public Set<String> organisations() {
        return organisations;
    }

    /** The provider's id of the session, or null. */
    public String sessionId() {
        return sessionId;
    }

    /** What the person is called on screen, or null. */
    public String displayName() {
        return displayName;
    }
}
