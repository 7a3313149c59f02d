/** Pages of legal matters: the tab of a file, writing one down, and the lawyer's calendar. */
package org.alongside.web.proceeding;
