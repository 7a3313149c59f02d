/** Pages of her health: what is one's own to know, appointments, what cannot wait, what others must know. */
package org.alongside.web.healthcare;
