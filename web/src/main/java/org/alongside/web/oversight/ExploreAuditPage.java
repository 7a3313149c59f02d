package org.alongside.web.oversight;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.DirectoryService.DirectoryQuery;
import org.alongside.organisation.Partners.Colleague;
import org.alongside.oversight.AuditQuery;
import org.alongside.oversight.AuditRow;
import org.alongside.oversight.AuditService;
import org.alongside.oversight.AuditService.AuditVerification;
import org.alongside.oversight.ChainVerification;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Page;
import org.alongside.shared.Refusal;
import org.alongside.shared.WorkerId;
import org.alongside.web.frame.Reasons;
import org.alongside.web.frame.Text;
import org.alongside.web.report.Address;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The audit for the data protection officer: the address says which events; what in it is none is left out. */
@Named
@RequestScoped
public class ExploreAuditPage {
    private static final int ROWS = 25;
    private static final List<String> OUTCOMES = List.of("PERMITTED", "REFUSED");

    @EJB
    private AuditService audit;

    @EJB
    private DirectoryService directory;

    @Inject
    private Text text;

    @Inject
    private Reasons reasons;

    @Inject
    @Param
    private String caseCode;

    @Inject
    @Param
    private String person;

    @Inject
    @Param
    private String organisation;

    @Inject
    @Param
    private String from;

    @Inject
    @Param
    private String until;

    @Inject
    @Param
    private String action;

    @Inject
    @Param
    private String outcome;

    @Inject
    @Param
    private String after;

    private Page<AuditRow> page;
    private String said;
    private List<Colleague> colleagues;
    private List<House> organisations;
    private String holds;
    private List<String> broken;

    /** The events that fit; none, with the reasons, where what is asked for cannot be. */
    public Page<AuditRow> getPage() {
        if (page == null) {
            try {
                page = audit.explore(getQuery(), after, ROWS).content();
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.INVALID) {
                    throw refusal;
                }
                page = new Page<>(List.of(), Optional.empty());
                said = reasons.words(refusal.reasons().get(0));
            }
        }
        return page;
    }

    /** What stands against the choice, where something does. */
    public String getSaid() {
        return said;
    }

    public AuditQuery getQuery() {
        return new AuditQuery(
                getCaseCode(),
                Address.id(person, WorkerId::of),
                Address.id(organisation, OrganisationId::of),
                Address.day(from),
                Address.day(until),
                AuditService.ACTIONS.contains(String.valueOf(action)) ? action : null,
                OUTCOMES.contains(String.valueOf(outcome)) ? outcome : null);
    }

    public String getCaseCode() {
        return caseCode == null || caseCode.isBlank() ? null : caseCode.strip().toUpperCase(Locale.ROOT);
    }

    public boolean isFirst() {
        return after == null;
    }

    public List<String> getOutcomes() {
        return OUTCOMES;
    }

    public List<Colleague> getColleagues() {
        if (colleagues == null) {
            colleagues = directory.colleagues();
        }
        return colleagues;
    }

    /** The organisations that help or lead, by name. */
    public List<House> getOrganisations() {
        if (organisations == null) {
            organisations = Stream.concat(
                            directory.services(new DirectoryQuery(null, null)).stream()
                                    .map(one -> new House(one.organisation(), one.organisationName())),
                            directory.leads().stream()
                                    .map(one -> new House(one.organisation(), one.organisationName())))
                    .distinct()
                    .sorted(Comparator.comparing(House::organisationName))
                    .toList();
        }
        return organisations;
    }

    /** The query of this choice from its top, or from a cursor on. */
    public String query(String cursor) {
        AuditQuery query = getQuery();
        Map<String, Object> pairs = new LinkedHashMap<>();
        pairs.put("caseCode", query.caseCode());
        pairs.put("person", query.person());
        pairs.put("organisation", query.organisation());
        pairs.put("from", query.from());
        pairs.put("until", query.until());
        pairs.put("action", query.action());
        pairs.put("outcome", query.outcome());
        pairs.put("after", cursor);
        return pairs.entrySet().stream()
                .filter(pair -> pair.getValue() != null)
                .map(pair ->
                        pair.getKey() + "=" + URLEncoder.encode(pair.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public void verifyCase() {
        perform(() -> {
            ChainVerification found = audit.verify(getCaseCode()).content();
            holds = text.of("oversight.audit.holds.case", found.events(), found.caseCode());
            broken = found.firstBroken().stream()
                    .map(first -> text.of("oversight.audit.broken.case", found.caseCode(), first))
                    .toList();
        });
    }

    public void verifyAll() {
        perform(() -> {
            AuditVerification found = audit.verifyAll();
            holds = text.of("oversight.audit.holds.all", found.events(), found.chains());
            broken = found.broken().stream()
                    .map(one -> one.caseCode()
                            .map(code -> text.of("oversight.audit.broken.case", code, one.firstBroken()))
                            .orElseGet(
                                    () -> text.of("oversight.audit.broken.elsewhere", one.chain(), one.firstBroken())))
                    .toList();
        });
    }

    public boolean isVerified() {
        return broken != null;
    }

    public String getHolds() {
        return holds;
    }

    public List<String> getBroken() {
        return broken;
    }

    /** Hands the signed table out. */
    public void export() {
        perform(() -> Faces.sendFile(audit.export(getQuery()).content(), "audit.zip", true));
    }

    private void perform(Sent act) {
        try {
            act.perform();
        } catch (Refusal refusal) {
            reasons.show(refusal);
        }
    }

    private interface Sent {
        void perform();
    }

    /** An organisation to choose. */
    public record House(OrganisationId organisation, String organisationName) {}
}
