package org.alongside.web.oversight;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Reach;
import org.alongside.oversight.SeenService;
import org.alongside.web.casefile.ReadCasePage;

/** Why the file is open to whoever reads: every permission that holds now and reaches them. */
@Named
@RequestScoped
public class ExplainAccessPage {
    @EJB
    private SeenService seen;

    @Inject
    private ReadCasePage file;

    private List<Reach> reaches;

    public List<Reach> getReaches() {
        if (reaches == null) {
            reaches = seen.why(file.getId());
        }
        return reaches;
    }
}
