/** Pages on which the lead of a case is offered, let out, taken back, accepted and declined. */
package org.alongside.web.handover;
