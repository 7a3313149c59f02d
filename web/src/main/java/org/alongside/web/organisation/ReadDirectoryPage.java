package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.DirectoryService.AnsweringHours;
import org.alongside.organisation.DirectoryService.DirectoryQuery;
import org.alongside.organisation.NewService.Hours;
import org.alongside.organisation.ServiceOffer;
import org.alongside.shared.ServiceId;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Language;
import org.omnifaces.cdi.Param;

/** The directory: services by kind and region, for whom, in which languages and with how much room. */
@Named
@RequestScoped
public class ReadDirectoryPage {
    @EJB
    private DirectoryService directory;

    @Inject
    private CodeWords codes;

    @Inject
    @Param
    private String type;

    @Inject
    @Param
    private String region;

    @Inject
    private Language language;

    private Map<String, List<ServiceOffer>> offers;
    private Map<ServiceId, List<Hours>> hours;

    /** The kinds of help to look for: those of which the reader's directory has some. */
    public List<String> getTypes() {
        Set<String> offered = directory.services(new DirectoryQuery(null, null)).stream()
                .map(ServiceOffer::type)
                .collect(Collectors.toSet());
        return codes.sorted("service_type").stream().filter(offered::contains).toList();
    }

    /** The kinds of help of which there is some, in the order of their words. */
    public List<String> getKinds() {
        return codes.sorted("service_type").stream()
                .filter(offers()::containsKey)
                .toList();
    }

    public List<ServiceOffer> of(String kind) {
        return offers().getOrDefault(kind, List.of());
    }

    /** When somebody answers for it, such as "Mon–Fri 09:00–17:00"; empty: it does not say. */
    public String hours(ServiceOffer offer) {
        if (hours == null) {
            hours = directory.hours().stream()
                    .collect(Collectors.toMap(AnsweringHours::service, AnsweringHours::hours));
        }
        return offer == null ? "" : new Weekly(language.getLocale()).words(hours.getOrDefault(offer.id(), List.of()));
    }

    public String getType() {
        return codes.known("service_type", type);
    }

    public String getRegion() {
        return codes.known("region", region);
    }

    private Map<String, List<ServiceOffer>> offers() {
        if (offers == null) {
            offers = directory.services(new DirectoryQuery(getType(), getRegion())).stream()
                    .collect(Collectors.groupingBy(ServiceOffer::type, TreeMap::new, Collectors.toList()));
        }
        return offers;
    }
}
