package org.alongside.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.access.CallerContext;
import org.alongside.access.Permission;
import org.alongside.access.Requires;
import org.alongside.code.Codes;
import org.alongside.organisation.NewService.Hours;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.organisation.Partners.Lead;
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

    /**
     * Services by kind and region, either of them null for all; for police and prosecution none of a house that shelters people.
     * Refuses INVALID for a code that is none.
     */
    @Requires(Permission.READ_DIRECTORY)
    public List<ServiceOffer> services(DirectoryQuery query) {
        new Check()
                .optionalCode(query.type(), "type", codes.in("service_type"))
                .optionalCode(query.region(), "region", codes.in("region"))
                .orRefuse();
        return partners.offersFor(callers.caller(), query.type(), query.region());
    }

    /** When somebody answers, of every service that says so; the others always. */
    @Requires(Permission.READ_DIRECTORY)
    public List<AnsweringHours> hours() {
        Set<ServiceId> known = partners.offersFor(callers.caller(), null, null).stream()
                .map(ServiceOffer::id)
                .collect(Collectors.toSet());
        return offers.answering().stream()
                .filter(one -> known.contains(one.service()))
                .toList();
    }

    /** The people of the caller's own organisation. */
    @Requires(Permission.READ_DIRECTORY)
    public List<Colleague> colleagues() {
        return partners.colleagues(callers.caller().organisation());
    }

    /** The organisations that may lead a case: those that have caseworkers; for police and prosecution none that shelters people. */
    @Requires(Permission.READ_DIRECTORY)
    public List<Lead> leads() {
        return partners.leads(callers.caller());
    }

    /** Every code list with its values in order. */
    @Requires(Permission.READ_SELF)
    public Map<String, Set<String>> codeLists() {
        return codes.all();
    }

    /** When somebody answers for a service, day by day. */
    public record AnsweringHours(ServiceId service, List<Hours> hours) {}

    /** Codes of service_type and region to look for; null for all. */
    public record DirectoryQuery(String type, String region) {}
}
