/** What happens once when the product starts: the schema is brought up to date, the clock is set. */
package org.alongside.setup;
