package org.alongside.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.alongside.document.DocumentsOfMatter.OfMatter;
import org.alongside.shared.Check;

/** What must hold between the fields of what is written into the register. */
final class EvidenceRules {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Of these there may be many: the code alone does not say who it is. */
    private static final Set<String> NEED_A_NAME = Set.of("EXPERT", "WITNESS", "OTHER");

    private EvidenceRules() {}

    /** A hash as it is typed from paper: in any case, with spaces, colons or line ends between the digits. */
    static String digits(String typed) {
        return typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    }

    static void hash(Check check, String typed) {
        check.that(
                typed == null || typed.isBlank() || HASH.matcher(digits(typed)).matches(), "sha256", "no-hash");
    }

    static void name(Check check, String role, String name, String field) {
        check.that(role == null || !NEED_A_NAME.contains(role) || EvidenceRecords.name(name) != null, field, "missing");
    }

    /** @param documents those of the matter that still open */
    static void evidence(Check check, NewEvidence said, List<OfMatter> documents, LocalDate today) {
        hash(check, said.sha256());
        name(check, said.originalWith(), said.originalName(), "originalName");
        check.notAhead(said.sourceOn(), today, "sourceOn");
        boolean typed = said.sha256() != null && !said.sha256().isBlank();
        check.that(said.document() == null || !typed, "sha256", "hash-is-the-documents")
                .that(said.document() != null || said.documentVersion() == null, "document", "missing")
                .that(said.document() == null || said.documentVersion() != null, "documentVersion", "missing");
        if (said.document() != null && said.documentVersion() != null) {
            check.that(
                    documents.stream()
                            .anyMatch(one -> one.id().equals(said.document())
                                    && said.documentVersion() >= 1
                                    && said.documentVersion() <= one.latest()),
                    "document",
                    "not-of-this-matter");
        }
    }
}
