/**
 * The pages about organisations: which services there are, for administrators who is admitted and works where, for
 * supervisors their teams, and for an organisation's own people what it offers.
 */
package org.alongside.web.organisation;
