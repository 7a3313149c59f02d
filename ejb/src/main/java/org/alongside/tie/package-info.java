/**
 * Ties of the people who work here to survivors: relative, former partner, employer, community. While one stands, the file is
 * closed to that person, by the gate and by row security; what is closed is reckoned in {@code access}. Here they are
 * declared, recorded, told to those who may know of them, and ended.
 */
package org.alongside.tie;
