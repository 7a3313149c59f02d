/**
 * The store of police and of prosecution, each agency's own: under which reference they keep what they were asked for, notes of their own, which
 * protection they found that she needs. Nothing of it is read by anybody else, and nothing of anybody else's is copied into it; what a house must know of
 * a threat, or a coordinator to decide, they share themselves. Called by pages and the API.
 */
package org.alongside.police;
