/**
 * What people are told, with nothing personal in it: that something changed, to those who look at it, and by mail that a task
 * waits. It never says what. Pages listen through {@link org.alongside.notice.Listeners} and ask again through the gate.
 */
package org.alongside.notice;
