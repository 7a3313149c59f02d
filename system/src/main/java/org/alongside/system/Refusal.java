package org.alongside.system;

/** A reason not to start, or to stop, told in one line that a person can act on. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param line what is wrong, and the way out */
    public Refusal(String line) {
        super(line);
    }

    /**
     * @param line what is wrong, and the way out
     * @param cause what was met, for those who debug
     */
    public Refusal(String line, Throwable cause) {
        super(line, cause);
    }
}
