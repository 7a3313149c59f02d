package org.alongside.casefile;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.casefile.NameForms.Sought;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.shared.CaseId;
import org.alongside.shared.Check;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;

/** The door for finding one survivor among those whose file is open to the caller: by the code of the case or by her name. */
@Stateless
@PermitAll
public class FindService {
    private static final int MOST_WORDS = 8;

    @Inject
    CallerContext callers;

    @Inject
    CaseReader reader;

    @Inject
    CaseLists lists;

    @Inject
    Codes codes;

    @Resource(lookup = "java:jboss/datasources/AlongsideOwner")
    DataSource owner;

    /** The case with that code; refuses as not there where it is not open to the caller. */
    @Requires(Permission.LIST_CASES)
    public CaseId byCode(String code) {
        return CaseCode.read(code == null ? "" : code).flatMap(reader::byCode).orElseThrow(Refusal::notThere);
    }

    /**
     * The cases in whose names each word is found, as far as the caller may know those names, at most {@code limit} (100) a
     * page. That somebody looked is audited, what for is kept nowhere. Refuses INVALID where nothing in the words is a name.
     */
    @Requires(Permission.FIND_BY_NAME)
    public Page<NameMatch> byName(NameSearch search, int limit) {
        Fields.require(search, codes);
        List<Sought> sought = NameForms.sought(search.words());
        new Check()
                .that(!sought.isEmpty(), "words", "no-name")
                .that(sought.size() <= MOST_WORDS, "words", "too-many-words", MOST_WORDS)
                .orRefuse();
        return lists.byName(callers.caller(), sought, search.cursor(), limit);
    }

    /** Makes what survivors are found by anew from their names, while people go on working; answers of how many cases. */
    @Requires(Permission.MEND_NAMES)
    public long rebuild() {
        return new NameRebuild(owner, SearchKey.ofInstallation()).all();
    }
}
