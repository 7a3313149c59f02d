package org.alongside.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.access.Role;
import org.alongside.code.Codes;
import org.alongside.organisation.NewService.Hours;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.shared.Check;
import org.alongside.shared.ServiceId;

/** The door to the directory: organisations, their services, one's own colleagues, and the code lists. */
@Stateless
@PermitAll
public class DirectoryService {
    @Inject
    CallerContext callers;

    @Inject
    Partners partners;

    @Inject
    Offers offers;

    @Inject
    Codes codes;

    /** Services by kind and region, for police and prosecution without the houses that shelter people; either of them null for all; refuses INVALID for a code that is none. */
    @Requires(Permission.READ_DIRECTORY)
    public List<ServiceOffer> services(DirectoryQuery query) {
        new Check()
                .optionalCode(query.type(), "type", codes.in("service_type"))
                .optionalCode(query.region(), "region", codes.in("region"))
                .orRefuse();
        return police()
                ? partners.offersButOfShelters(query.type(), query.region())
                : partners.offers(query.type(), query.region());
    }

    /** When somebody answers, of every service that says so; the others always. */
    @Requires(Permission.READ_DIRECTORY)
    public List<AnsweringHours> hours() {
        return police() ? partners.answeringButShelters(offers.answering()) : offers.answering();
    }

    /** The people of the caller's own organisation. */
    @Requires(Permission.READ_DIRECTORY)
    public List<Colleague> colleagues() {
        return partners.colleagues(callers.caller().organisation());
    }

    /** Every code list with its values in order. */
    @Requires(Permission.READ_SELF)
    public Map<String, Set<String>> codeLists() {
        return codes.all();
    }

    /** Police and prosecution: nothing tells them that a shelter exists, lest a question to one be asked of it. */
    private boolean police() {
        return Role.POLICE_OR_PROSECUTION.stream().anyMatch(callers.caller()::has);
    }

    /** When somebody answers for a service, day by day. */
    public record AnsweringHours(ServiceId service, List<Hours> hours) {}

    /** Codes of service_type and region to look for; null for all. */
    public record DirectoryQuery(String type, String region) {}
}
