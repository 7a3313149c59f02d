/** Pages of the houses: the board of beds, the rooms, the way of a placement, and the way there for who brings her. */
package org.alongside.web.housing;
