package org.alongside.workflows;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.alongside.access.Role;
import org.alongside.access.SystemIdentity;
import org.alongside.courtorder.CourtOrderService;
import org.alongside.shared.CourtOrderId;

/** What {@code court-order.bpmn} asks for. */
@Dependent
public class CourtOrderProcess implements ProcessBean {
    private final CourtOrderService orders;
    private final SystemWork system;

    @Inject
    public CourtOrderProcess(CourtOrderService orders, SystemIdentity identity) {
        this.orders = orders;
        this.system = new SystemWork(identity);
    }

    /** Who finds her a lawyer: who leads, and the data protection that watches over them. */
    public List<String> finders(String courtOrderId) {
        CourtOrderId id = CourtOrderId.of(courtOrderId);
        List<String> groups = new ArrayList<>(List.of(system.call(() -> orders.lead(id)) + "/" + Role.CW));
        system.call(() -> orders.protectors(id)).forEach(house -> groups.add(house + "/" + Role.DPO));
        return groups;
    }

    /** The lawyers who act for her; none where she has none. */
    public List<String> lawyers(String courtOrderId) {
        return Lawyers.of(system.call(() -> orders.lawyers(CourtOrderId.of(courtOrderId))));
    }
}
