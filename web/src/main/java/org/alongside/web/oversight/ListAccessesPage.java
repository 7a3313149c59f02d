package org.alongside.web.oversight;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.oversight.Seen;
import org.alongside.oversight.SeenService;
import org.alongside.shared.Page;
import org.alongside.web.casefile.ReadCasePage;
import org.omnifaces.cdi.Param;

/** Who has seen the file, for those who lead it, newest first. */
@Named
@RequestScoped
public class ListAccessesPage {
    private static final int ROWS = 25;

    @EJB
    private SeenService seen;

    @Inject
    private ReadCasePage file;

    @Inject
    @Param
    private String after;

    private Page<Seen> page;

    public Page<Seen> getPage() {
        if (page == null) {
            page = seen.seen(file.getId(), after, ROWS);
        }
        return page;
    }

    public boolean isFirst() {
        return after == null;
    }
}
