package org.alongside.access;

import java.util.EnumSet;
import java.util.Set;

/** The fifteen jobs that sign-in knows (code list user_role). A role alone opens no file. */
public enum Role {
    /** NGO caseworker. */
    CW,
    /** NGO supervisor. */
    SUP,
    /** Shelter staff. */
    SHS,
    /** Shelter manager. */
    SHM,
    /** Counsellor. */
    COU,
    /** Health worker. */
    HLT,
    /** Legal aid lawyer. */
    LAW,
    /** Law-enforcement liaison. */
    LEL,
    /** Prosecutor liaison. */
    PRL,
    /** Child guardian. */
    GRD,
    /** NRM coordinator. */
    NRM,
    /** Data analyst. */
    ANL,
    /** Data protection officer. */
    DPO,
    /** System administrator. */
    ADM,
    /** Survivor. */
    SUR;

    /** Those who sign in with a second factor : coordinator, shelter manager, data protection officer, administrator. */
    public static final Set<Role> WITH_SECOND_FACTOR = EnumSet.of(NRM, SHM, DPO, ADM);

    /** Those whose organisations receive referrals. */
    public static final Set<Role> RECEIVING = EnumSet.of(CW, SUP, SHS, SHM, COU, HLT, LAW, LEL, PRL);

    /** To whom nothing tells that a shelter exists. */
    public static final Set<Role> POLICE_OR_PROSECUTION = EnumSet.of(LEL, PRL);

    /** Those who may ask for emergency access and agree to it (ACCESS 5). */
    public static final Set<Role> IN_EMERGENCY = EnumSet.of(CW, SUP, SHM, HLT);

    /** Those to whom it is never given, whatever else they do (ACCESS 5). */
    public static final Set<Role> NEVER_IN_EMERGENCY = EnumSet.of(LEL, PRL, ANL, ADM);

    /** Those who write in a care plan what is theirs (DOMAIN 7.2, care_plan_goals F or W). */
    public static final Set<Role> PLANNING = EnumSet.of(CW, SHS, SHM, COU, HLT, LAW);
}
