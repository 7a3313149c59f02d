/** Pages of how she is by the scales, of counts for the programme, and of the scales themselves. */
package org.alongside.web.outcome;
