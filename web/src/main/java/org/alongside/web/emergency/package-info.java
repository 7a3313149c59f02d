/** Pages of emergency access. */
package org.alongside.web.emergency;
