package org.alongside.referral;

import java.util.List;
import org.alongside.organisation.ServiceOffer;
import org.alongside.shared.Reason;

/**
 * A service that might help her.
 *
 * @param against why it cannot be asked; empty where it can
 * @param consented whether she agreed to share with that organisation
 * @param speaksHerLanguage whether the service names her language
 * @param asked whether it is being asked already
 */
public record SuitableService(
        ServiceOffer service, List<Reason> against, boolean consented, boolean speaksHerLanguage, boolean asked) {}
