/** Pages of what police and prosecution ask of her: ask, answer, note that she told it. */
package org.alongside.web.interview;
