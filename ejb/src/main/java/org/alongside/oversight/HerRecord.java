package org.alongside.oversight;

import java.time.LocalDate;
import java.util.List;
import org.alongside.consent.ConsentView;

/**
 * What a survivor is given on paper: what she agreed to, and which organisation opened her file when.
 *
 * @param holder the organisation that leads her file
 * @param consents newest first
 * @param houses the organisations by name, that one first
 */
public record HerRecord(String caseCode, String holder, List<ConsentView> consents, List<House> houses) {
    public HerRecord {
        consents = List.copyOf(consents);
        houses = List.copyOf(houses);
    }

    /** An organisation, and what its people did, by day, newest first. */
    public record House(String name, List<Day> days) {}

    /** What they did on a day, in the calendar of whoever prints. */
    public record Day(LocalDate day, List<Act> acts) {}

    /**
     * Something that was done.
     *
     * @param action the permission that was used
     * @param times how often that day
     */
    public record Act(String action, long times) {}
}
