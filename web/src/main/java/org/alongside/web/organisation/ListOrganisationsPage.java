package org.alongside.web.organisation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.alongside.organisation.OrganisationService;
import org.alongside.organisation.OrganisationView;

/** Every organisation and how it stands, for administrators. */
@Named
@RequestScoped
public class ListOrganisationsPage {
    @EJB
    private OrganisationService organisations;

    private List<OrganisationView> all;

    public List<OrganisationView> getAll() {
        if (all == null) {
            all = organisations.list();
        }
        return all;
    }
}
