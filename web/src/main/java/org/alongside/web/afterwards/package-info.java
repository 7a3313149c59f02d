/** The pages on which somebody is asked how she is after her case was closed. */
package org.alongside.web.afterwards;
