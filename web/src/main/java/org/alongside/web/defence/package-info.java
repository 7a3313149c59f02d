/** The page of what keeps her from being punished for what she was made to do. */
package org.alongside.web.defence;
