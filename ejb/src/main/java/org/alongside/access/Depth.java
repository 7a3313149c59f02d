package org.alongside.access;

/** How far a category of a file is open to somebody. */
public enum Depth {
    NONE,
    EXISTENCE,
    MINIMUM,
    FULL;

    public boolean reaches(Depth other) {
        return compareTo(other) >= 0;
    }
}
