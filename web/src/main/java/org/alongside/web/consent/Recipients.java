package org.alongside.web.consent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.DirectoryService.DirectoryQuery;
import org.alongside.organisation.ServiceOffer;
import org.alongside.web.casefile.ReadCasePage;
import org.alongside.web.frame.Text;

/** The organisations of the directory that she can be asked about: all but the one that leads her file. */
@Named
@RequestScoped
public class Recipients {
    @EJB
    private DirectoryService directory;

    @Inject
    private ReadCasePage page;

    @Inject
    private Text text;

    private Map<String, Recipient> known;

    public List<Recipient> getAll() {
        return List.copyOf(known().values());
    }

    Optional<Recipient> find(String id) {
        return Optional.ofNullable(known().get(id));
    }

    private Map<String, Recipient> known() {
        if (known == null) {
            known = directory.services(new DirectoryQuery(null, null)).stream()
                    .filter(offer -> !offer.organisation().equals(page.getFile().lead()))
                    .collect(Collectors.groupingBy(ServiceOffer::organisation, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(this::recipient)
                    .collect(Collectors.toMap(Recipient::id, one -> one, (one, same) -> one, LinkedHashMap::new));
        }
        return known;
    }

    private Recipient recipient(List<ServiceOffer> offers) {
        ServiceOffer first = offers.get(0);
        String services = offers.stream()
                .map(offer -> text.name("code.service_type", offer.type()))
                .distinct()
                .collect(Collectors.joining(text.get("frame.comma")));
        return new Recipient(
                first.organisation().toString(), first.organisationName(), services, first.isPoliceOrProsecution());
    }

    /** An organisation, what it offers in words, and whether it is police or prosecution. */
    public record Recipient(String id, String name, String services, boolean police) {
        /** Code of consent_purpose that fits it. */
        String purpose() {
            return police ? "SHARE_LAW_ENFORCEMENT" : "SHARE_REFERRAL";
        }
    }
}
