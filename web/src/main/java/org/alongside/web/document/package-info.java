/** Pages of documents: what there is, adding one, its versions; and how a file comes in and goes out, for pages and programs. */
package org.alongside.web.document;
