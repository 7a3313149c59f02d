/** Typed ids, the one clock and the words for refusing; nothing else, and everyone may use it. */
package org.alongside.shared;
