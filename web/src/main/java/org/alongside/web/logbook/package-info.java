/** Pages of what a house writes down for itself: the shift's day, and incidents. */
package org.alongside.web.logbook;
