/** The pages on which a case is closed and opened again: proposing, deciding, writing down that she was looked for. */
package org.alongside.web.closing;
