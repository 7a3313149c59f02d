package org.alongside.system.example;

import java.util.List;

/**
 * One referral as it is planned: who asks whom for what, and what becomes of it.
 *
 * @param asker who refers, and who of the same organisation is the second person
 * @param answerer who answers for the recipient, and a colleague who is never assigned ({@code null}: a shift sees it together)
 */
record Planned(
        CtdcRecord record,
        String asker,
        String second,
        String answerer,
        String role,
        String colleague,
        String organisation,
        String service,
        String purpose,
        String urgency,
        boolean approvedFirst,
        Fate fate) {
    static final List<String> CATEGORIES = List.of("IDENTITY", "CONTACT_LOCATION", "DEMOGRAPHICS", "SAFETY_RISK");

    private static String organisationId(int number) {
        return "00000000-0000-4000-9000-0000000000%02d".formatted(number);
    }

    private static String serviceId(int number) {
        return "00000000-0000-4000-b000-0000000000%02d".formatted(number);
    }

    /** The plan of the n-th referral, for a record, to one of four kinds of help. */
    static Planned of(CtdcRecord record, int kind, int number) {
        boolean first = record.first();
        String asker = record.caseworker();
        String second = record.supervisor();
        boolean child = record.child();
        boolean emergency = kind == 0 && number % 4 == 0;
        // the second NGO lets a second person look at every referral; so do children and the police; emergency shelter
        // never waits
        boolean approvedFirst = !emergency && (child || kind == 3 || !first);
        Fate fate = Fate.of(number, approvedFirst);
        return switch (kind) {
            case 0 -> {
                boolean willow = !child && "FEMALE".equals(record.sex());
                yield new Planned(
                        record,
                        asker,
                        second,
                        willow ? "petra" : "grace",
                        "SHM",
                        null,
                        organisationId(willow ? 3 : 4),
                        serviceId(willow ? 1 : child ? 3 : 2),
                        "SHARE_REFERRAL",
                        emergency ? "EMERGENCY" : "URGENT",
                        approvedFirst,
                        fate);
            }
            case 1 ->
                new Planned(
                        record,
                        asker,
                        second,
                        "noor",
                        "COU",
                        "elif",
                        organisationId(5),
                        serviceId(record.age() < 16 ? 5 : 4),
                        "SHARE_REFERRAL",
                        "ROUTINE",
                        approvedFirst,
                        fate);
            case 2 ->
                new Planned(
                        record,
                        asker,
                        second,
                        "daniel",
                        "LAW",
                        null,
                        organisationId(6),
                        serviceId(6),
                        "SHARE_REFERRAL",
                        "PRIORITY",
                        approvedFirst,
                        fate);
            default ->
                new Planned(
                        record,
                        asker,
                        second,
                        "marta",
                        "LEL",
                        null,
                        organisationId(7),
                        serviceId(7),
                        "SHARE_LAW_ENFORCEMENT",
                        "PRIORITY",
                        approvedFirst,
                        fate);
        };
    }
}
