/** The pages on which it is written down how somebody goes back or stays. */
package org.alongside.web.reintegration;
