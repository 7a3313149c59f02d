package org.alongside.system.example;

import java.util.List;

/** What becomes of somebody for whom a bed is looked for, in turns; and what the product must say in the end. */
enum Stay {
    LIVES(true, "OCCUPIED", "ADMITTED"),
    /** Her agreed day is near. */
    LEAVING(true, "OCCUPIED", "ADMITTED"),
    AWAY(true, "OCCUPIED", "ABSENT_PLANNED"),
    MISSING(true, "OCCUPIED", "ABSENT_UNPLANNED"),
    /** Had not returned, and is back. */
    BACK(true, "OCCUPIED", "ADMITTED"),
    /** To another bed of the house: the first is free again. */
    MOVED(true, "OCCUPIED", "ADMITTED", "MOVED"),
    LEFT(true, "AVAILABLE", "ENDED"),
    TO_THE_STREET(true, "AVAILABLE", "ENDED"),
    NEW(false, "OCCUPIED", "ADMITTED"),
    HELD(false, "RESERVED", "RESERVED"),
    OFFERED(false, "AVAILABLE", "OFFERED"),
    ASKED(false, null, "REQUESTED"),
    DECLINED(false, null, "DECLINED_BY_SHELTER"),
    SAID_NO(false, "AVAILABLE", "DECLINED_BY_SURVIVOR");

    private static final Stay[] TURNS = {
        LIVES,
        ASKED,
        AWAY,
        HELD,
        LIVES,
        MOVED,
        LEFT,
        NEW,
        LIVES,
        MISSING,
        OFFERED,
        LIVES,
        DECLINED,
        BACK,
        LEAVING,
        SAID_NO,
        TO_THE_STREET
    };

    private final boolean weeks;
    private final String bed;
    private final List<String> placements;

    Stay(boolean forWeeks, String bed, String... placements) {
        this.weeks = forWeeks;
        this.bed = bed;
        this.placements = List.of(placements);
    }

    static Stay of(int number) {
        return TURNS[number % TURNS.length];
    }

    /** Whether she moved in weeks before the end. */
    boolean forWeeks() {
        return weeks;
    }

    /** The state of the bed that is given last, or null where none is. */
    String bed() {
        return bed;
    }

    /** The states of her placements, sorted. */
    List<String> placements() {
        return placements;
    }

    /** Whether the house still has to do with it that she has a bed. */
    boolean waits() {
        return List.of(ASKED, OFFERED, HELD).contains(this);
    }

    /** Whether nothing is known of where she sleeps. */
    boolean withoutPlace() {
        return List.of(TO_THE_STREET, OFFERED, ASKED, DECLINED, SAID_NO).contains(this);
    }
}
