package org.alongside.account;

import java.util.Optional;
import java.util.Set;

/** The logins at the identity provider; every act may be done again and is then done once. */
public interface Accounts {
    /**
     * The login with that user name, or else with that e-mail address.
     *
     * @throws Trouble TAKEN where the user name is that of somebody with another address
     */
    Optional<Login> find(String username, String email);

    /** Makes a login that can do nothing before its owner has chosen a password. */
    Login make(NewLogin login);

    /** Opens the login and sees to it that it has these roles of ours, no other, and belongs to the organisation. */
    void open(String subject, House house, Set<String> roles);

    /** Asks the provider to send the letter by which the owner chooses a password; whether it could. */
    boolean sendLetter(String subject);

    /** Ends what the login has open and closes it. */
    void close(String subject);

    /**
     * A login.
     *
     * @param subject the provider's lasting id
     * @param passwordChosen whether its owner has one
     */
    record Login(String subject, boolean passwordChosen) {}

    /**
     * A login to be made.
     *
     * @param name what the person is called, in one
     * @param locale language of the letter and the sign-in pages, ISO 639-1
     * @param secondFactor whether it must have a second factor
     */
    record NewLogin(String username, String email, String name, String locale, boolean secondFactor) {}

    /** An organisation by its lasting short name and its name. */
    record House(String alias, String name) {}

    /** Why it could not be done; carries a code only. */
    final class Trouble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Kind kind;

        public Trouble(Kind kind) {
            super(kind.name(), null, false, false);
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** What kind of trouble, as it is kept and shown. */
        public enum Kind {
            /** The provider does not answer. */
            AWAY,
            /** The provider does not let the service account do it. */
            REFUSED,
            /** The login belongs to somebody else. */
            TAKEN,
            /** No service account is set up. */
            NOT_SET_UP,
            /** The provider said something unforeseen. */
            UNEXPECTED;

            /** Whether trying again later may help without anybody doing anything. */
            public boolean passes() {
                return this == AWAY || this == UNEXPECTED;
            }
        }
    }
}
