/** Pages of her safety: what was found with her, her plan, and alerts. */
package org.alongside.web.safety;
