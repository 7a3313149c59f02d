/** Pages about consent: what she agreed to, asking her, and taking it back. */
package org.alongside.web.consent;
