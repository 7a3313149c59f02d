/** What was read, changed, shared or refused: append-only and chained by the database. Only the gate writes it. */
package org.alongside.audit;
