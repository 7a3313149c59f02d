package org.alongside.matrix;

import static org.alongside.access.Category.CARE_PLAN_GOALS;
import static org.alongside.access.Category.CONTACT_LOCATION;
import static org.alongside.access.Category.COUNSELLING_NOTES;
import static org.alongside.access.Category.DEMOGRAPHICS;
import static org.alongside.access.Category.DOCUMENTS;
import static org.alongside.access.Category.HEALTH;
import static org.alongside.access.Category.IDENTITY;
import static org.alongside.access.Category.LAW_ENFORCEMENT_INTELLIGENCE;
import static org.alongside.access.Category.LEGAL;
import static org.alongside.access.Category.REFERRALS;
import static org.alongside.access.Category.SAFETY_RISK;
import static org.alongside.access.Category.SHELTER_PLACEMENT;
import static org.alongside.access.Category.STATISTICS;
import static org.alongside.access.Category.TRAFFICKING_EXPERIENCE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.access.Role;

/**
 * What no two administrators open, whatever they agree on (DOMAIN 0 and 7.3, ACCESS 7). This is the gate's own list; the
 * database keeps its own, cell by cell.
 */
public enum Fence {
    /** Each letter has its place: figures, documents, the audit and one's own file are no kind of reading a file. */
    LETTER_ELSEWHERE {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return switch (access) {
                case AGGREGATE -> category != STATISTICS && role != Role.ANL;
                case PREPARE -> category != STATISTICS || role != Role.ANL;
                case AUDIT -> role != Role.DPO || category == STATISTICS;
                case SELF -> role != Role.SUR || category == DOCUMENTS || category == STATISTICS;
                case BY_DOCUMENT -> category != DOCUMENTS;
                default -> category == DOCUMENTS || category == STATISTICS;
            };
        }
    },
    /** An administrator manages accounts and tables of codes and opens no file (ACCESS 7). */
    ADMINISTRATOR {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return role == Role.ADM && category != STATISTICS;
        }
    },
    /** The data protection officer reads who opened what, and opens nothing (DOMAIN 7.2). */
    AUDITOR {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return role == Role.DPO && category != STATISTICS && access != Access.AUDIT;
        }
    },
    /** Aggregate only leaves the system (DOMAIN 0.13), and of names, contact, sessions and papers no figures are made. */
    ANALYST {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return role == Role.ANL
                    && category != STATISTICS
                    && (access != Access.AGGREGATE
                            || EnumSet.of(
                                            IDENTITY,
                                            CONTACT_LOCATION,
                                            COUNSELLING_NOTES,
                                            LAW_ENFORCEMENT_INTELLIGENCE,
                                            DOCUMENTS)
                                    .contains(category));
        }
    },
    /** A survivor reads her own file and nobody else's, and nothing of what the police know (DOMAIN 7.2). */
    SURVIVOR {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return role == Role.SUR
                    && (category == LAW_ENFORCEMENT_INTELLIGENCE
                            || !EnumSet.of(Access.SELF, Access.BY_DOCUMENT, Access.AGGREGATE)
                                    .contains(access));
        }
    },
    /** Law enforcement has its own store; nothing flows into it, or out of it, by default (DOMAIN 0.9, ACCESS 7). */
    POLICE_STORE {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return category == LAW_ENFORCEMENT_INTELLIGENCE
                    && switch (role) {
                        case LEL, DPO -> false;
                        case SHM, NRM -> !HINT.contains(access);
                        case LAW, PRL -> !ON_CONDITION.contains(access);
                        default -> true;
                    };
        }
    },
    /** A counsellor's notes are their author's; the others know that sessions take place (DOMAIN 0.7). */
    COUNSELLING {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return category == COUNSELLING_NOTES
                    && switch (role) {
                        case COU, DPO, SUR -> false;
                        case HLT -> !ON_CONDITION.contains(access);
                        case LEL, PRL, NRM -> true;
                        default -> access != Access.EXISTENCE;
                    };
        }
    },
    /** Police and prosecution learn nothing of a shelter, and the others no more than their part (DOMAIN 0.6). */
    SHELTER {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return category == SHELTER_PLACEMENT
                    && switch (role) {
                        case SHS, SHM, ANL, DPO, SUR -> false;
                        case CW, SUP -> !HINT.contains(access);
                        case GRD -> !ON_CONDITION.contains(access);
                        case LEL, PRL -> true;
                        default -> access != Access.EXISTENCE;
                    };
        }
    },
    /** Nothing of a file goes to police or prosecution without a consent or a legal duty, and of some nothing (DOMAIN 0.9). */
    POLICE {
        @Override
        boolean closes(Role role, Category category, Access access) {
            if (!Role.POLICE_OR_PROSECUTION.contains(role)) {
                return false;
            }
            return switch (category) {
                case CONTACT_LOCATION, HEALTH, CARE_PLAN_GOALS -> true;
                case LEGAL -> !HINT.contains(access) && !(role == Role.PRL && access == Access.OWN);
                case REFERRALS -> !EnumSet.of(Access.OWN, Access.EXISTENCE).contains(access);
                case IDENTITY, DEMOGRAPHICS, TRAFFICKING_EXPERIENCE, SAFETY_RISK -> !ON_CONDITION.contains(access);
                default -> false;
            };
        }
    },
    /** The lawyer's file is privileged: the others are told of hearings and what she needs for them (DOMAIN 7.3). */
    PRIVILEGE {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return category == LEGAL
                    && switch (role) {
                        case LAW, GRD, LEL, PRL, ANL, DPO, SUR -> false;
                        default -> !HINT.contains(access);
                    };
        }
    },
    /** A coordinator learns who she is, what happened and how she is only with her consent (DOMAIN 0.3). */
    COORDINATOR {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return role == Role.NRM
                    && (EnumSet.of(IDENTITY, TRAFFICKING_EXPERIENCE, HEALTH).contains(category)
                                    && !ON_CONDITION.contains(access)
                            || category == CONTACT_LOCATION && access == Access.READ);
        }
    },
    /** Who oversees, coordinates or speaks for a child reads and does not write. */
    READS_ONLY {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return EnumSet.of(Role.SUP, Role.NRM, Role.GRD).contains(role) && WRITING.contains(access);
        }
    },
    /** Who she is, what happened and how safe she is are the lead's to write, health the health worker's (ACCESS 1). */
    WRITTEN_BY_ONE {
        @Override
        boolean closes(Role role, Category category, Access access) {
            return switch (category) {
                case IDENTITY, CONTACT_LOCATION, DEMOGRAPHICS, TRAFFICKING_EXPERIENCE, SAFETY_RISK ->
                    access == Access.OWN || access == Access.FULL && role != Role.CW;
                case HEALTH -> WRITING.contains(access) && role != Role.HLT;
                case CARE_PLAN_GOALS -> access == Access.FULL && role != Role.CW;
                default -> false;
            };
        }
    };

    private static final Set<Access> WRITING = EnumSet.of(Access.FULL, Access.OWN);
    private static final Set<Access> HINT = EnumSet.of(Access.MINIMUM, Access.EXISTENCE);
    private static final Set<Access> ON_CONDITION = EnumSet.of(Access.CONDITIONAL, Access.EXISTENCE);

    abstract boolean closes(Role role, Category category, Access access);

    /** The fence that a cell would stand beyond; empty where it may be so. Nothing is always allowed. */
    public static Optional<Fence> before(Role role, Category category, Access access) {
        return access == Access.NOTHING
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(fence -> fence.closes(role, category, access))
                        .findFirst();
    }
}
