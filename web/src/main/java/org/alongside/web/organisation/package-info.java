/** The page about organisations: which services there are, for whom, and with how much room. */
package org.alongside.web.organisation;
