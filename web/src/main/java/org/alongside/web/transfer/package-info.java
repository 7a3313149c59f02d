/** Pages on which supervisors bring cases from a file, and take the organisation's own cases with them. */
package org.alongside.web.transfer;
