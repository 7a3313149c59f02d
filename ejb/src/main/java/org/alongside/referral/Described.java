package org.alongside.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.alongside.casefile.CaseFacts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a recipient may know of her before anything is open: codes of the lists named in {@code NewCase}. */
@Embeddable
class Described {
    @Column(name = "age_band")
    String ageBand;

    String sex;
    boolean child;
    String language;
    String interpreter;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> accessibility;

    String region;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> constraints;

    static Described as(CaseFacts.Facts survivor) {
        Described described = new Described();
        described.ageBand = survivor.ageBand();
        described.sex = survivor.sex();
        described.child = survivor.child();
        described.language = survivor.language();
        described.interpreter = survivor.interpreter();
        described.accessibility = survivor.accessibility();
        described.region = survivor.region();
        described.constraints = survivor.constraints();
        return described;
    }
}
