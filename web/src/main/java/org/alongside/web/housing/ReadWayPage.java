package org.alongside.web.housing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.alongside.housing.AddressService;
import org.alongside.housing.NewFacility.NewAddress;
import org.alongside.shared.PlacementId;
import org.omnifaces.cdi.Param;

/** Where the house stands to which somebody is brought, for whoever it is open to now. */
@Named
@RequestScoped
public class ReadWayPage {
    @EJB
    private AddressService addresses;

    @Inject
    @Param
    private String placement;

    private NewAddress address;

    public NewAddress getAddress() {
        if (address == null) {
            address = addresses.read(PlacementId.of(placement));
        }
        return address;
    }
}
