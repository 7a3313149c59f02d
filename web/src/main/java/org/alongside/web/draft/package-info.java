/** What is typed into the long forms, kept on the server while it is typed: the answers, and where the browser sends them. */
package org.alongside.web.draft;
