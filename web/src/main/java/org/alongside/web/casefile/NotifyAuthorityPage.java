package org.alongside.web.casefile;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import org.alongside.casefile.CaseService;
import org.alongside.casefile.CaseService.ChildNotification;
import org.alongside.web.frame.Act;
import org.alongside.web.frame.Dates;

/** Records that the child authority was told. */
@Named
@RequestScoped
public class NotifyAuthorityPage {
    @EJB
    private CaseService cases;

    @Inject
    private ReadCasePage page;

    @Inject
    private Dates dates;

    @Inject
    private Act act;

    private String authority;
    private String reference;
    private LocalDateTime at;

    public String save() {
        return act.perform(
                () -> cases.notifyChildAuthority(
                        page.getId(), new ChildNotification(authority, reference, dates.instant(at))),
                "/casefile/file.xhtml?faces-redirect=true&case=" + page.getId(),
                "casefile.toast.told");
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    /** When, in the zone of whoever writes; now where nothing was said. */
    public LocalDateTime getAt() {
        return at == null ? dates.getMinute() : at;
    }

    public void setAt(LocalDateTime at) {
        this.at = at;
    }
}
