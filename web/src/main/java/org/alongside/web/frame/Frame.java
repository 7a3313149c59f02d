package org.alongside.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The frame around a page: the person in the band and the places they may go. */
@Named
@RequestScoped
public class Frame {
    /** More than five do not fit the bar of a phone. */
    private static final int MOST_PLACES = 5;

    private Text text;
    private Optional<Person> person = Optional.empty();
    private Map<Place, Integer> waiting = Map.of();
    private List<SignedIn.Emergency> emergencies = List.of();

    protected Frame() {}

    @Inject
    Frame(Instance<SignedIn> signedIn, Text text) {
        this.text = text;
        if (signedIn.isResolvable()) {
            this.person = signedIn.get().person();
            this.waiting = person.isPresent() ? signedIn.get().waiting() : Map.of();
            this.emergencies = person.isPresent() ? signedIn.get().emergencies() : List.of();
        }
    }

    /** What the person has open in an emergency, shown on every page of theirs. */
    public List<SignedIn.Emergency> getEmergencies() {
        return emergencies;
    }

    public boolean isSignedIn() {
        return person.isPresent();
    }

    public String getName() {
        return person.map(Person::name).orElse("");
    }

    public String getInitials() {
        return person.map(Person::initials).orElse("");
    }

    public String getOrganisation() {
        return person.map(Person::organisation).orElse("");
    }

    /** What they do there, in their language: "caseworker, supervisor"; never that somebody is a survivor. */
    public String getRoleLabel() {
        return person.map(Person::roles).stream()
                .flatMap(roles -> roles.stream().sorted())
                .filter(role -> !role.equals("SUR"))
                .map(role -> text.get("role." + role))
                .collect(Collectors.joining(text.get("frame.comma")));
    }

    /** The places of the bar. */
    public List<Stop> getPlaces() {
        return places().limit(MOST_PLACES).toList();
    }

    /** The others, for those who have business in many places: they stand in their own menu. */
    public List<Stop> getMorePlaces() {
        return places().skip(MOST_PLACES).toList();
    }

    private Stream<Stop> places() {
        return person.map(Person::roles).stream()
                .flatMap(roles -> Arrays.stream(Place.values()).filter(place -> place.isFor(roles)))
                .map(place -> new Stop(
                        place.name(),
                        text.get("frame.place." + place.name()),
                        place.icon(),
                        place.page(),
                        many(waiting.getOrDefault(place, 0))));
    }

    private static String many(int waiting) {
        return waiting < SignedIn.COUNTED ? String.valueOf(waiting) : SignedIn.COUNTED + "+";
    }

    /** Whoever is asked for help finds whom it is about; a guardian has the few files of hers in a list. */
    public boolean mayFind() {
        return person.map(Person::roles).filter(Place.INCOMING::isFor).isPresent();
    }

    /** What is looked for goes there in a form that is sent, never in an address: it may be a name. */
    public String getFindPage() {
        return "/casefile/find.xhtml";
    }

    /** The title of the window: "Incoming – Alongside"; a page gives neutral words, never a name. */
    public String title(String page) {
        boolean refused = FacesContext.getCurrentInstance().isValidationFailed();
        return text.of(refused ? "frame.title.refused" : "frame.title", page);
    }

    /** What was done, in words, to be said once: the messages of Faces that belong to no field and are no error. */
    public List<String> getToasts() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .filter(message -> message.getSeverity() == FacesMessage.SEVERITY_INFO)
                .peek(FacesMessage::rendered)
                .map(FacesMessage::getSummary)
                .toList();
    }

    /**
     * A place as the navigation draws it.
     *
     * @param waiting how much waits there: "0", "7", or "200+" where it was not counted further
     */
    public record Stop(String place, String label, String icon, String page, String waiting) {}
}
