package org.alongside.web.worklist;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.worklist.Overlooked;
import org.alongside.worklist.OverlookedService;

/** What organisations leave undone, for coordinators: how much of which kind, since when. */
@Named
@RequestScoped
public class OverlookedPage {
    @EJB
    private OverlookedService overlooked;

    private List<Overlooked> list;

    public List<Overlooked> getList() {
        if (list == null) {
            list = overlooked.list();
        }
        return list;
    }
}
