/** The socket that tells a page that something changed, how somebody wants to be told by mail, and who is on call. */
package org.alongside.web.notice;
