/**
 * How a person or an integration gets in, and out again.
 *
 * <p>The server's own OpenID Connect adapter verifies; this package tells it which door a request came to, hands what
 * the token says to the business, and never decides what anybody may do.
 */
package org.alongside.web.signin;
