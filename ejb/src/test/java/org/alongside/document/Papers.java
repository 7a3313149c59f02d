package org.alongside.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.alongside.access.Category;
import org.alongside.setup.Care;
import org.alongside.setup.Care.On;
import org.alongside.setup.Cases;
import org.alongside.setup.Cases.House;
import org.alongside.setup.TestDatabase;
import org.alongside.setup.Who;
import org.alongside.shared.CaseId;

/** Somebody whom every kind of house helps, and its doors to documents. */
final class Papers {
    static final String SECRET = "a secret of more than thirty-two characters";
    static final Who MANAGER = new Who(7, 3, "SHM");
    static final Who LAWYER = new Who(12, 6, "LAW");
    static final Who POLICE = new Who(13, 7, "LEL");
    static final Who PROSECUTION = new Who(24, 11, "PRL");
    static final List<Who> EVERYBODY = List.of(
            Care.LEAD,
            Care.COLLEAGUE,
            Care.SUPERVISOR,
            Care.SHIFT,
            MANAGER,
            Care.COUNSELLOR,
            Care.DOCTOR,
            LAWYER,
            POLICE,
            PROSECUTION,
            Care.MENTOR,
            new Who(14, 8, "NRM"),
            new Who(15, 8, "DPO"),
            Care.ADMINISTRATOR);

    /** Of each class: who brings it here. */
    static final Map<String, Who> BROUGHT_BY = Map.ofEntries(
            Map.entry("ID_DOC", Care.LEAD),
            Map.entry("CONSENT_FORM", Care.LEAD),
            Map.entry("PHOTO", Care.LEAD),
            Map.entry("MEDICAL", Care.DOCTOR),
            Map.entry("MEDICO_LEGAL", Care.DOCTOR),
            Map.entry("PSYCH", Care.COUNSELLOR),
            Map.entry("LEGAL_PRIVILEGED", LAWYER),
            Map.entry("COURT", LAWYER),
            Map.entry("POLICE", POLICE),
            Map.entry("AV_INTERVIEW", POLICE),
            Map.entry("BIA_BID", Care.LEAD),
            Map.entry("CERTIFICATE", Care.LEAD),
            Map.entry("HOUSING", MANAGER),
            Map.entry("FINANCIAL", Care.LEAD),
            Map.entry("OTHER", Care.LEAD));

    private Papers() {}

    static CaseId survivor(Care care) throws SQLException {
        House lead = House.demo(1, 1);
        try (Cases cases = Cases.led(TestDatabase.get(), 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,3,9,10,11,12")
                    .open(lead, lead.worker(), "LEAD", "M", "2,5,7")
                    .open(lead, lead.worker(), "LEAD", "E", "6")
                    .open(House.demo(3, 7), null, "REFERRAL", "W", "2,10,11")
                    .open(House.demo(5, 10), House.demo(5, 10).worker(), "REFERRAL", "W", "6,10,11")
                    .open(House.demo(10, 23), House.demo(10, 23).worker(), "REFERRAL", "W", "5,10,11")
                    .open(House.demo(6, 12), House.demo(6, 12).worker(), "REFERRAL", "W", "7,10,11")
                    .open(House.demo(7, 13), House.demo(7, 13).worker(), "REFERRAL", "W", "8,11")
                    .open(House.demo(11, 24), House.demo(11, 24).worker(), "REFERRAL", "W", "7,11")
                    .open(House.demo(2, 4), House.demo(2, 4).worker(), "REFERRAL", "W", "10,11")
                    .write("update access_grant set valid_until = 'infinity' where case_id in (select id from made)")
                    .write(
                            "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '25_34', false from made");
            CaseId caseId = new CaseId(cases.first());
            cases.keep("identity_minimum");
            return caseId;
        }
    }

    /** She agrees that a house reads more. */
    static void agrees(Care care, CaseId her, Who whom, String categories) throws SQLException {
        care.below("""
                insert into access_grant (grant_id, case_id, organisation_id, category, level, basis, valid_from, valid_until, given_by)
                select gen_random_uuid(), '%s', '%s', c, 'R', 'REFERRAL', now() - interval '9 days', 'infinity', '%s'
                  from unnest('{%s}'::int[]) c
                """.formatted(her, whom.organisation(), whom.id(), categories));
    }

    static DocumentService doors(On on) {
        return doors(on, SECRET);
    }

    static DocumentService doors(On on, String secret) {
        return on.wired().with(DocumentKeys.class, new DocumentKeys(secret)).of(DocumentService.class);
    }

    static NewDocument of(String documentClass) {
        return new NewDocument(
                "Letter of November",
                documentClass,
                "OTHER".equals(documentClass) ? Category.CARE_PLAN_GOALS : null,
                null);
    }

    static Received text(String words) throws IOException {
        return HandedIn.look(words.getBytes(StandardCharsets.UTF_8), "note.txt");
    }
}
