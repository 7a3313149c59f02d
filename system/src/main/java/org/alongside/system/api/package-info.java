/** The product's API as programs of this project ask it: nothing but addresses is needed. */
package org.alongside.system.api;
