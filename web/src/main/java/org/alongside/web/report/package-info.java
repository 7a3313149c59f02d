/** Pages for those who see that help moves: counts as charts and tables, and the cards behind them. */
package org.alongside.web.report;
