/** Pages of who sees what: why a file is open, who has seen it, and the audit. Not here: what may be seen (the doors decide). */
package org.alongside.web.oversight;
