/** Pages about the people around a child: who stands for her, step by step, and who is kept out. */
package org.alongside.web.guardian;
