package org.alongside.web.report;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.Role;
import org.alongside.referral.ReferralView.Card;
import org.alongside.referral.ReferralView.Times;
import org.alongside.referral.SentService;
import org.alongside.referral.SentService.SentQuery;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Page;
import org.alongside.web.casefile.Allowed;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.worklist.WhoIsHere;
import org.omnifaces.cdi.Param;

/** What is behind a number, as cards without identity; the address says which. What in it is none is left out. */
@Named
@RequestScoped
public class ListBehindPage {
    private static final int ROWS = 25;

    @EJB
    private SentService sent;

    @Inject
    private CodeWords codes;

    @Inject
    private Allowed allowed;

    @Inject
    private WhoIsHere who;

    @Inject
    @Param
    private String from;

    @Inject
    @Param
    private String until;

    @Inject
    @Param
    private List<String> states;

    @Inject
    @Param
    private String service;

    @Inject
    @Param
    private String sender;

    @Inject
    @Param
    private String recipient;

    @Inject
    @Param
    private String reason;

    @Inject
    @Param
    private String late;

    @Inject
    @Param
    private String after;

    private Page<Card> page;

    public Page<Card> getPage() {
        if (page == null) {
            page = sent.list(new SentQuery(
                    getFrom(),
                    getUntil(),
                    getStates(),
                    getService(),
                    Address.organisation(sender),
                    Address.organisation(recipient),
                    getReason(),
                    getLate(),
                    after,
                    ROWS));
        }
        return page;
    }

    /** First day; nothing where it is about what waits now, or where one of the two days is none. */
    public LocalDate getFrom() {
        return Address.day(until) == null ? null : Address.day(from);
    }

    public LocalDate getUntil() {
        return Address.day(from) == null ? null : Address.day(until);
    }

    public List<String> getStates() {
        return states == null
                ? List.of()
                : states.stream().filter(codes.of("referral_status")::contains).toList();
    }

    public String getService() {
        return codes.known("service_type", service);
    }

    public String getReason() {
        return codes.known("referral_decline_reason", reason);
    }

    public String getLate() {
        SentService.Late asked = Address.code(SentService.Late.class, late);
        return asked == null ? null : asked.name();
    }

    /** Name of the organisation that asked, where one was chosen and something was found. */
    public String getSenderName() {
        return Address.organisation(sender) == null
                ? null
                : getPage().items().stream().findFirst().map(Card::senderName).orElse(null);
    }

    /** Name of the organisation that was asked, where one was chosen and something was found. */
    public String getRecipientName() {
        return Address.organisation(recipient) == null
                ? null
                : getPage().items().stream()
                        .findFirst()
                        .map(Card::recipientName)
                        .orElse(null);
    }

    /** Whether all cards are there, or only those that are open to the reader anyway. */
    public boolean isCoordinator() {
        return allowed.is(Role.NRM);
    }

    public boolean isFirst() {
        return after == null;
    }

    /** The page on which the reader may open the card: as its sender or as its recipient; nothing for a coordinator. */
    public String opens(Card card) {
        OrganisationId house = who.worker().map(one -> one.organisation()).orElse(null);
        if (house != null && house.equals(card.sender())) {
            return "/referral/one.xhtml";
        }
        return card.recipient().equals(house) && !isCoordinator() ? "/referral/decide.xhtml" : null;
    }

    /** By when the next thing has to happen; nothing where nothing waits. */
    public Instant due(Card card) {
        Times times = card.times();
        Optional<Instant> due =
                switch (card.status()) {
                    case SENT, RECEIVED, INFO_REQUESTED -> times.respondBy();
                    case WAITLISTED -> times.waitlistReviewAt();
                    case ACCEPTED -> times.contactBy();
                    default -> Optional.empty();
                };
        return due.orElse(null);
    }

    /** The query of this list from its top, or from a cursor on. */
    public String query(String cursor) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("from", getFrom() == null ? null : getFrom().toString());
        one.put("until", getUntil() == null ? null : getUntil().toString());
        one.put("service", getService());
        one.put("sender", Address.organisation(sender) == null ? null : sender);
        one.put("recipient", Address.organisation(recipient) == null ? null : recipient);
        one.put("reason", getReason());
        one.put("late", getLate());
        one.put("after", cursor);
        return Stream.concat(
                        one.entrySet().stream()
                                .filter(pair -> pair.getValue() != null)
                                .map(pair -> pair.getKey() + "="
                                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8)),
                        getStates().stream().map(state -> "states=" + state))
                .collect(Collectors.joining("&"));
    }
}
