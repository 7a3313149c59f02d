package org.alongside.system.example;

/** How far the plan of a case goes, in turns. */
enum Course {
    /** She has not yet agreed to her goal. */
    BEGUN,
    AGREED,
    ASKED,
    APPROVED,
    SENT_BACK,
    /** A step was added after a supervisor agreed. */
    CHANGED,
    /** Looked at again when the time was over for others. */
    REVIEWED,
    /** She says that she has what she wanted. */
    MET;

    /** Whether she agreed to her goal, and a step leads to it. */
    boolean agreed() {
        return this != BEGUN;
    }

    /** Whether a supervisor is asked, where one has to be. */
    boolean asked() {
        return ordinal() >= ASKED.ordinal();
    }

    boolean approved() {
        return asked() && this != ASKED && this != SENT_BACK;
    }

    /** What the product must say of the approval. */
    String approval(boolean needed) {
        if (!needed) {
            return "NOT_NEEDED";
        }
        return switch (this) {
            case BEGUN, AGREED -> "NEEDED";
            case ASKED -> "ASKED";
            case SENT_BACK -> "SENT_BACK";
            case APPROVED, REVIEWED -> "APPROVED";
            case CHANGED, MET -> "CHANGED_SINCE";
        };
    }

    /** How often her needs were assessed, and at which point last. */
    String measures() {
        return switch (this) {
            case REVIEWED -> "3 times, BETWEEN";
            case MET -> "3 times, EXIT";
            case BEGUN, AGREED, ASKED, APPROVED, SENT_BACK, CHANGED -> "2 times, QUARTER";
        };
    }

    String goal() {
        return this == BEGUN ? "PROPOSED" : this == MET ? "MET" : "ACTIVE";
    }
}
