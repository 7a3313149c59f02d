package org.alongside.web.courtorder;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.courtorder.CourtOrderService;
import org.alongside.courtorder.OrderWithoutLawyer;

/** Orders that nobody can check, for data protection who help to find a lawyer. */
@Named
@RequestScoped
public class FindLawyerPage {
    @EJB
    private CourtOrderService orders;

    private List<OrderWithoutLawyer> waiting;

    public List<OrderWithoutLawyer> getWaiting() {
        if (waiting == null) {
            waiting = orders.withoutLawyer();
        }
        return waiting;
    }
}
