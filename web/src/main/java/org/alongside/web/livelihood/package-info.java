/** Pages of how she comes to live by herself, and of the employers that a house knows. */
package org.alongside.web.livelihood;
