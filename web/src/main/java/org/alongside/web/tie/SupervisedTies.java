package org.alongside.web.tie;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.access.Permission;
import org.alongside.tie.LeftAlone;
import org.alongside.tie.TeamTie;
import org.alongside.tie.TeamTieService;
import org.alongside.tie.Unsupervised;
import org.alongside.web.casefile.Allowed;

/** Ties of a supervisor's people and what they leave without anybody, as other pages show them. */
@Named
@RequestScoped
public class SupervisedTies {
    @EJB
    private TeamTieService ties;

    @Inject
    private Allowed allowed;

    private List<TeamTie> all;
    private List<LeftAlone> leftAlone;
    private List<Unsupervised> unsupervised;

    public List<TeamTie> getAll() {
        if (all == null) {
            all = ties.supervised();
        }
        return all;
    }

    public List<LeftAlone> getLeftAlone() {
        if (leftAlone == null) {
            leftAlone = allowed.ever(Permission.SEE_LEFT_ALONE) ? ties.leftAlone() : List.of();
        }
        return leftAlone;
    }

    public List<Unsupervised> getUnsupervised() {
        if (unsupervised == null) {
            unsupervised = allowed.ever(Permission.SEE_UNSUPERVISED) ? ties.unsupervised() : List.of();
        }
        return unsupervised;
    }
}
