package org.alongside.setup;

import java.time.Duration;
import java.util.UUID;
import org.alongside.setup.Cases.House;
import org.alongside.shared.CaseId;
import org.alongside.shared.MatterId;

/** Somebody whom a house leads, a lawyer acts for and a house shelters that she lets know of it; with a matter that the lawyer opened. */
public final class Court {
    public static final Who LAWYER = new Who(12, 6, "LAW");

    private final TestDatabase database;
    private final Care care;

    public Court(TestDatabase database, Care care) {
        this.database = database;
        this.care = care;
    }

    public MatterId matter() throws Exception {
        return matter("CRIMINAL_TRAFFICKER", "TRIAL");
    }

    /** A matter of somebody new. */
    public MatterId matter(String track, String stage) throws Exception {
        House lead = House.demo(1, 1);
        CaseId caseId;
        try (Cases cases = Cases.led(database, 1, lead)) {
            cases.open(lead, lead.worker(), "LEAD", "F", "0,1,3,9,10,11")
                    .open(lead, lead.worker(), "LEAD", "M", "5,7")
                    .open(House.demo(6, 12), House.demo(6, 12).worker(), "REFERRAL", "W", "7,10,11")
                    .open(House.demo(6, 12), House.demo(6, 12).worker(), "REFERRAL", "R", "0")
                    .open(House.demo(3, 6), null, "REFERRAL", "M", "0,7")
                    .write("update access_grant set valid_until = 'infinity' where case_id in (select id from made)")
                    .write(
                            "insert into identity_minimum (case_id, preferred_name, age_band, child) select id, 'n', '25_34', false from made");
            caseId = new CaseId(cases.first());
            cases.keep("identity_minimum");
        }
        return another(caseId, track, stage);
    }

    /** One more matter of the same person. */
    public MatterId another(CaseId caseId, String track, String stage) throws Exception {
        UUID matter = UUID.randomUUID();
        care.writes(LAWYER, Duration.ZERO, """
                insert into matter (matter_id, case_id, organisation_id, opened_at, opened_by)
                  values ('%1$s', '%2$s', caller_organisation(), caller_now(), caller_worker());
                insert into matter_stage values ('%1$s', '%2$s', caller_organisation(), '%4$s');
                insert into matter_file (matter_id, case_id, organisation_id, track) values ('%1$s', '%2$s', caller_organisation(), '%3$s');
                insert into hearing_minimum (matter_id, case_id, organisation_id) values ('%1$s', '%2$s', caller_organisation())
                """.formatted(matter, caseId, track, stage));
        return new MatterId(matter);
    }

    public CaseId caseOf(MatterId matter) throws Exception {
        return CaseId.of(care.below("select case_id from matter where matter_id = '%s'".formatted(matter)));
    }
}
