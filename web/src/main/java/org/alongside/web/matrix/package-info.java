/** Pages of the matrix of roles and kinds of information: read it, propose a change, decide one. */
package org.alongside.web.matrix;
