/** The page of court orders for what is known of her. */
package org.alongside.web.courtorder;
