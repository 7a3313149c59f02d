package org.alongside.organisation;

/**
 * What is still somebody's and waits for their supervisor, in numbers alone.
 *
 * @param cases open cases on which they work by name
 * @param steps steps of plans that they took and that are not done
 * @param promises what they promised for hearings to come
 * @param covers absences for which they cover
 */
public record StillTheirs(int cases, int steps, int promises, int covers) {
    /** Whether anything is. */
    public boolean any() {
        return cases + steps + promises + covers > 0;
    }
}
