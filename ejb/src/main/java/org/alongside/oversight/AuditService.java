package org.alongside.oversight;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.OfCases;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Workers;
import org.alongside.casefile.CaseCode;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/**
 * The door of the data protection officer to the audit: what the people of their organisation did, and what others did or were
 * refused to the cases that it leads. Metadata alone; looking, verifying and exporting are events themselves.
 */
@Stateless
@PermitAll
public class AuditService {
    /** The most rows of one export. */
    static final int LONGEST_EXPORT = 50_000;

    /** What is written down: the permissions, and the sign-in of whom nobody let in. */
    public static final Set<String> ACTIONS = Stream.concat(
                    Stream.of("SIGN_IN"), Arrays.stream(Permission.values()).map(Enum::name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OUTCOMES = Set.of("PERMITTED", "REFUSED");

    @Inject
    CallerContext callers;

    @Inject
    Workers workers;

    @Inject
    Codes codes;

    @Inject
    AuditEvents events;

    @Inject
    AuditChains chains;

    /** The events that fit, newest first; none where the case is none of which the caller may know. */
    @Requires(Permission.READ_AUDIT)
    public OfCases<Page<AuditRow>> explore(AuditQuery query, String cursor, int limit) {
        return about(query, caseId -> {
            List<AuditRow> found = read(query, caseId, cursor, limit + 1);
            return found.size() <= limit
                    ? new Page<>(found, Optional.empty())
                    : new Page<>(found.subList(0, limit), Optional.of(AuditEvents.cursor(found.get(limit - 1))));
        });
    }

    /** Verifies every record of the installation: how many there are, and those that are broken with their first broken place. */
    @Requires(Permission.VERIFY_AUDIT)
    public AuditVerification verifyAll() {
        return chains.verify();
    }

    /** Verifies the record of one case; refuses as not there where the caller may not know of it. */
    @Requires(Permission.VERIFY_AUDIT)
    public OfCases<ChainVerification> verify(String caseCode) {
        String code = CaseCode.read(caseCode == null ? "" : caseCode).orElseThrow(Refusal::notThere);
        CaseId caseId = events.caseOf(code).orElseThrow(Refusal::notThere);
        return new OfCases<>(chains.verify(caseId, code).orElseThrow(Refusal::notThere), List.of(caseId));
    }

    /**
     * The events that fit as a table, at most 50,000, with a detached signature: a ZIP of {@code audit.csv} and
     * {@code audit.csv.sig}. Refuses INVALID where there are more, WRONG_STATE where this installation has no key to sign with.
     */
    @Requires(Permission.EXPORT_AUDIT)
    public OfCases<byte[]> export(AuditQuery query) {
        SigningKey key = SigningKey.ofInstallation().orElseThrow(() -> Refusal.wrongState("no-signing-key"));
        return about(query, caseId -> {
            List<AuditRow> found = read(query, caseId, null, LONGEST_EXPORT + 1);
            new Check()
                    .that(found.size() <= LONGEST_EXPORT, "from", "too-many-events", LONGEST_EXPORT)
                    .orRefuse();
            return SignedTable.of(found, key);
        });
    }

    private interface Answer<T> {
        T of(Optional<CaseId> caseId);
    }

    /** Answers, and says of which case, so that looking at it stands in its own record too. */
    private <T> OfCases<T> about(AuditQuery query, Answer<T> answer) {
        check(query);
        Optional<CaseId> caseId =
                Optional.ofNullable(query.caseCode()).flatMap(CaseCode::read).flatMap(events::caseOf);
        return new OfCases<>(answer.of(caseId), caseId.stream().toList());
    }

    private List<AuditRow> read(AuditQuery query, Optional<CaseId> caseId, String cursor, int size) {
        if (query.caseCode() != null && caseId.isEmpty()) {
            return List.of();
        }
        Caller caller = callers.caller();
        ZoneId zone = workers.zone(caller);
        return events.list(caller, query, caseId.orElse(null), zone, cursor, size);
    }

    private void check(AuditQuery query) {
        Check check = new Check();
        new Fields(codes, check).check(query, "");
        check.optionalCode(query.action(), "action", ACTIONS::contains)
                .optionalCode(query.outcome(), "outcome", OUTCOMES::contains)
                .that(
                        query.caseCode() == null
                                || CaseCode.read(query.caseCode()).isPresent(),
                        "caseCode",
                        "not-a-case-code")
                .that(inRange(query.from()), "from", "not-a-date")
                .that(inRange(query.until()), "until", "not-a-date")
                .that(
                        query.from() == null
                                || query.until() == null
                                || !query.until().isBefore(query.from()),
                        "until",
                        "ends-before-it-begins")
                .orRefuse();
    }

    private static boolean inRange(LocalDate day) {
        return day == null || day.getYear() >= 1900 && day.getYear() <= 9998;
    }

    /** What a verification found. */
    public record AuditVerification(long chains, long events, List<BrokenChain> broken) {}

    /**
     * A record that does not hold.
     *
     * @param chain the case or worker it belongs to
     * @param firstBroken the number of its first broken event
     * @param caseCode the case, where the caller may know of it
     */
    public record BrokenChain(UUID chain, long firstBroken, Optional<String> caseCode) {}
}
