package org.alongside.casefile;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.casefile.NewCase.Name;
import org.alongside.shared.CaseId;
import org.alongside.shared.Sql;

/** Keeps what a survivor is found by beside her names, in the transaction that writes them and as whoever writes them. */
@ApplicationScoped
class NameIndex {
    @PersistenceContext
    EntityManager em;

    private SearchKey key;

    @PostConstruct
    void takeKey() {
        key = SearchKey.ofInstallation();
    }

    /** From now on she is found by this name, and no more by the one before. */
    void write(CaseId caseId, Name name) {
        Sql.of(em, "delete from name_word where case_id = :case")
                .with("case", caseId.value())
                .change();
        write(caseId, false, words(key, name.preferred()));
        write(caseId, true, words(key, name.given(), name.family()));
    }

    private void write(CaseId caseId, boolean legal, Set<UUID> words) {
        Sql.of(
                        em,
                        "insert into name_word (case_id, word, legal) select cast(:case as uuid), w, :legal from unnest(:words) w")
                .with("case", caseId.value())
                .with("legal", legal)
                .with("words", words)
                .change();
    }

    /** The hashes of every form of these names, any of which may be absent. */
    static Set<UUID> words(SearchKey key, String... names) {
        return Stream.of(names)
                .flatMap(name -> NameForms.kept(name).stream())
                .map(key::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The hash of one form that is looked for. */
    UUID word(String form) {
        return key.word(form);
    }
}
