/** Pages about somebody who is missing: how it stands, what the police are told, and that she is missing. */
package org.alongside.web.missing;
