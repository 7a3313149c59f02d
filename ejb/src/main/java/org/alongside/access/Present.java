package org.alongside.access;

import org.alongside.shared.WorkerId;

/**
 * Somebody who works here has signed in and looks at a page.
 *
 * @param address where they read mail, as the identity provider says
 * @param language language preferred, ISO 639-1
 */
public record Present(WorkerId worker, String address, String language) {}
