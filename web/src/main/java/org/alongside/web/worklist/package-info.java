/** The pages about work: what waits for whom, by when it has to be answered, and what failed. */
package org.alongside.web.worklist;
