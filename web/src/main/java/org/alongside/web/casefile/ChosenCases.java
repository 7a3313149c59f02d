package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alongside.casefile.CaseFilter;
import org.alongside.organisation.DirectoryService;
import org.alongside.organisation.Partners.Lead;
import org.alongside.shared.OrganisationId;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.CodeWords;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** Which cases the address of a list chooses, by codes and an organisation; what in it is none is left out. */
@Named("chosen")
@RequestScoped
public class ChosenCases {
    @EJB
    private DirectoryService directory;

    @Inject
    private CodeWords codes;

    @Inject
    private Text text;

    @Inject
    @Param
    private List<String> statuses;

    @Inject
    @Param
    private List<String> risks;

    @Inject
    @Param
    private String lead;

    @Inject
    @Param
    private String next;

    @Inject
    @Param
    private String service;

    private List<Lead> leads;

    public CaseFilter getFilter() {
        return new CaseFilter(
                known("case_status", statuses),
                known("risk_level", risks),
                lead(),
                first("next_date", next),
                first("service_type", service));
    }

    /** The one that a menu of one answer shows; empty where none or several are chosen. */
    public String only(List<String> several) {
        return several.size() == 1 ? several.get(0) : "";
    }

    /** The organisations that may lead a case. */
    public List<Lead> getLeads() {
        if (leads == null) {
            leads = directory.leads();
        }
        return leads;
    }

    /** What a choice says, in the words of the reader, part by part. */
    public List<String> words(CaseFilter filter) {
        List<String> words = new ArrayList<>();
        filter.statuses().forEach(one -> words.add(text.name("code.case_status", one)));
        filter.risks().forEach(one -> words.add(text.name("code.risk_level", one)));
        if (filter.next() != null) {
            words.add(text.name("code.next_date", filter.next()));
        }
        if (filter.service() != null) {
            words.add(text.name("code.service_type", filter.service()));
        }
        getLeads().stream()
                .filter(one -> one.organisation().equals(filter.lead()))
                .forEach(one -> words.add(one.organisationName()));
        return words;
    }

    /** The same as one line. */
    public String line(CaseFilter filter) {
        return String.join(text.get("frame.comma"), words(filter));
    }

    /** The query of the address that makes a choice: codes and an id, so that it can be shared. */
    public static String query(CaseFilter filter) {
        List<String> pairs = new ArrayList<>();
        filter.statuses().forEach(one -> pairs.add("statuses=" + one));
        filter.risks().forEach(one -> pairs.add("risks=" + one));
        add(pairs, "lead", filter.lead());
        add(pairs, "next", filter.next());
        add(pairs, "service", filter.service());
        return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, Object value) {
        if (value != null) {
            pairs.add(name + "=" + value);
        }
    }

    private OrganisationId lead() {
        try {
            OrganisationId asked = lead == null || lead.isBlank() ? null : OrganisationId.of(lead);
            return getLeads().stream()
                    .map(Lead::organisation)
                    .filter(one -> one.equals(asked))
                    .findFirst()
                    .orElse(null);
        } catch (Refusal none) {
            return null;
        }
    }

    private List<String> known(String list, List<String> asked) {
        return asked == null
                ? List.of()
                : asked.stream()
                        .filter(Objects::nonNull)
                        .filter(codes.of(list)::contains)
                        .toList();
    }

    private String first(String list, String asked) {
        return codes.of(list).contains(String.valueOf(asked)) ? asked : null;
    }
}
