/** Pages of what police and prosecution keep, each agency its own, and of what they tell. */
package org.alongside.web.police;
