package org.alongside.housing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.code.Fields;
import org.alongside.housing.NewHouseRules.NewRulesTold;
import org.alongside.shared.Check;
import org.alongside.shared.FacilityId;
import org.alongside.shared.PlacementId;
import org.alongside.shared.Refusal;

/** The door to the rules of a house: read them to somebody, write them anew, and say who was told them. */
@Stateless
@PermitAll
public class HouseRulesService {
    @Inject
    CallerContext callers;

    @Inject
    HouseRules rules;

    @Inject
    Placements placements;

    @Inject
    Codes codes;

    /** The rules as they are now. */
    @Requires(Permission.READ_BOARD)
    public HouseRulesView read(FacilityId house) {
        return rules.read(house);
    }

    /**
     * Writes a new version, whole; whoever lives there is to be told anew. Refuses STALE {@code rules-written-meanwhile} where it is based
     * on a version that is not the newest any more.
     *
     * @return its number
     */
    @Requires(Permission.KEEP_HOUSES)
    public int write(FacilityId house, NewHouseRules written) {
        Check check = new Check();
        new Fields(codes, check).check(written, "");
        check.that(!written.texts().isEmpty(), "texts", "missing");
        Set<String> languages = new HashSet<>();
        for (int at = 0; at < written.texts().size(); at++) {
            check.that(languages.add(written.texts().get(at).language()), "texts." + at + ".language", "named-twice");
        }
        check.orRefuse();
        int newest = rules.newest(house).map(HouseRules.Version::number).orElse(0);
        if (written.basedOn() != null && written.basedOn() != newest) {
            throw Refusal.stale("rules-written-meanwhile");
        }
        return rules.add(house, written, callers.caller());
    }

    /** Somebody who lives there was told the rules; refuses INVALID {@code unknown-rules} for a version that her house does not have. */
    @Requires(Permission.ADMIT_SURVIVOR)
    public void tell(PlacementId id, NewRulesTold told) {
        Caller caller = callers.caller();
        Fields.require(told, codes);
        Placement her = placements.read(id).orElseThrow(Refusal::notThere);
        if (!her.status().livesThere()) {
            throw Refusal.wrongState("placement-moved-on", her.status().name());
        }
        HouseRules.Version version =
                rules.version(her.facility().orElseThrow(), told.version()).orElse(null);
        new Check().that(version != null, "version", "unknown-rules").orRefuse();
        rules.told(id, version, told.toldIn(), caller);
    }
}
