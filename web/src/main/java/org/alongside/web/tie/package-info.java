/** Pages on which somebody says whom they know, and on which their supervisor looks after it. */
package org.alongside.web.tie;
