/**
 * How somebody goes back, is resettled, or stays and builds her own life: decided by her and informed, with what must be so before she
 * leaves, who receives her, what she wants to reach, by what it is seen, and what she was given. No clock moves anybody. {@code closing}
 * reads {@link org.alongside.reintegration.Returns}; best interests of a child come from {@code guardian}, her risk from {@code safety};
 * called by pages and the API; {@code workflows} observes its events and gives the times.
 */
package org.alongside.reintegration;
