package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alongside.access.Permission;
import org.alongside.access.Role;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseView;
import org.alongside.shared.CaseId;
import org.alongside.shared.Refusal;
import org.alongside.web.frame.Text;
import org.omnifaces.cdi.Param;

/** The file that the address names, as far as it is open: its head with the rules of safe contact and the tabs that may be opened. */
@Named
@RequestScoped
public class ReadCasePage {
    private static final Set<String> CLOSED = Set.of("CLOSED", "CLOSED_TRANSFERRED");

    @EJB
    private CaseService cases;

    @Inject
    private Allowed allowed;

    @Inject
    private Text text;

    @Inject
    @Param(name = "case")
    private String id;

    private CaseView file;

    public CaseId getId() {
        return CaseId.of(id);
    }

    /** Whose file it is, where the page is asked for by something that stands in it. */
    public void of(CaseId caseId) {
        id = caseId.toString();
    }

    public CaseView getFile() {
        if (file == null) {
            file = cases.file(getId());
        }
        return file;
    }

    /** What everybody who reaches her keeps to, one rule each. */
    public List<Rule> getRules() {
        List<Rule> rules = new ArrayList<>();
        getFile().contact().ifPresent(contact -> {
            String channel = text.name("casefile.safe", contact.channel());
            rules.add(new Rule(
                    "phone",
                    contact.safeHours() == null
                            ? channel
                            : text.of("casefile.safe.only", channel, apart(contact.safeHours()))));
            if (contact.coverStory() != null) {
                rules.add(new Rule("speech", text.of("casefile.safe.cover", apart(contact.coverStory()))));
            }
            String message = text.name("casefile.safe.message", contact.leaveMessage());
            rules.add(new Rule(
                    "shield",
                    contact.never() == null
                            ? message
                            : text.of("casefile.safe.never", message, apart(contact.never()))));
        });
        return rules;
    }

    /** What somebody typed keeps its own direction inside a sentence of another: hours must not read the wrong way round. */
    private static String apart(String typed) {
        return "\u2068" + typed + "\u2069";
    }

    /** Consents are the lead's: a tab that does not open is not there. */
    public boolean isConsentsOpen() {
        return getFile().ledHere() && allowed.ever(Permission.READ_CONSENTS);
    }

    /** As {@link Allowed#need}, of somebody to whom the file is there; to others it is not. */
    public void need(Permission permission) {
        getFile();
        allowed.need(permission);
    }

    /** As {@link #need}, where only those who lead the case do it. */
    public void needLead(Permission permission) {
        need(permission);
        if (!getFile().ledHere()) {
            throw Refusal.notAllowed("only-the-lead");
        }
    }

    public boolean isReferralsOpen() {
        return allowed.ever(Permission.READ_REFERRALS);
    }

    /** Whoever has the file raises alerts, however little they may know of her safety. */
    public boolean isSafetyOpen() {
        return allowed.ever(Permission.READ_SAFETY);
    }

    public boolean isPlanOpen() {
        return allowed.ever(Permission.READ_PLAN);
    }

    /** Who has seen the file is told to those who lead it. */
    public boolean isAccessesOpen() {
        return getFile().ledHere() && allowed.ever(Permission.READ_ACCESSES);
    }

    /** A tab that would say only that her health is closed is not there. */
    public boolean isHealthOpen() {
        return allowed.ever(Permission.READ_HEALTH) && getFile().healthKnown();
    }

    /** Documents are opened by their class: whoever brings or reads none here has no tab. */
    public boolean isDocumentsOpen() {
        return allowed.is(Role.CW)
                || allowed.is(Role.SUP)
                || allowed.is(Role.GRD)
                || allowed.is(Role.HLT) && getFile().healthKnown()
                || allowed.is(Role.COU) && getFile().counsellingKnown()
                || allowed.is(Role.LAW) && getFile().legalKnown()
                || allowed.is(Role.LEL)
                || allowed.is(Role.SHM);
    }

    /** A tab that would say only that counselling is closed is not there. */
    public boolean isCounsellingOpen() {
        return allowed.ever(Permission.READ_COUNSELLING) && getFile().counsellingKnown();
    }

    /** A tab that would say only that legal matters are closed is not there. */
    public boolean isLegalOpen() {
        return allowed.ever(Permission.READ_LEGAL) && getFile().legalKnown();
    }

    /** What police and prosecution ask is theirs, the lead's and her lawyer's; to others there is no such tab. */
    public boolean isPoliceOpen() {
        return allowed.ever(Permission.READ_INTERVIEWS)
                && (getFile().ledHere()
                        || allowed.is(Role.LEL)
                        || allowed.is(Role.PRL)
                        || allowed.is(Role.LAW) && getFile().legalKnown());
    }

    /** What an agency keeps is its own people's alone. */
    public boolean isPoliceStoreOpen() {
        return allowed.ever(Permission.READ_POLICE_STORE);
    }

    /** Threats are for the manager of the house where she lives. */
    public boolean isThreatsOpen() {
        return allowed.ever(Permission.READ_THREATS) && isHousingOpen();
    }

    /** Where she lives is the house's and the lead's; that there is a place at all is no tab for others. */
    public boolean isHousingOpen() {
        return allowed.ever(Permission.READ_PLACEMENTS)
                && (getFile().ledHere() || allowed.is(Role.SHS) || allowed.is(Role.SHM));
    }

    /** Whether to offer changes that only the lead's caseworkers make. */
    public boolean isMine() {
        return getFile().ledHere() && allowed.ever(Permission.CHANGE_IDENTITY);
    }

    /** What is open for a few hours is read on the screen alone. */
    public boolean isOnlyInEmergency() {
        return getFile().bases().equals(Set.of("EMERGENCY"));
    }

    public boolean isClosed() {
        return CLOSED.contains(getFile().status());
    }

    /** Whether it is closed, or opened again and not taken up: said on top of the file to those who lead it. */
    public boolean isToReopen() {
        return isClosingOpen() && (isClosed() || "REOPENED".equals(getFile().status()));
    }

    /** Whether closing and opening again concern the reader. */
    public boolean isClosingOpen() {
        return getFile().ledHere() && allowed.ever(Permission.READ_CLOSING);
    }

    /** Whether handing over the lead concerns the reader. */
    public boolean isHandoverOpen() {
        return getFile().ledHere() && !isClosed() && allowed.ever(Permission.READ_HANDOVER);
    }

    /** A child whose authority was not told yet, as far as this may be known here. */
    public boolean isAuthorityToTell() {
        return getFile().ledHere()
                && getFile().who().filter(CaseView.Who::child).isPresent()
                && getFile().childNotification().isEmpty();
    }

    /** A rule of safe contact and its icon. */
    public record Rule(String icon, String words) {}
}
