/** The house tags that need more than markup: fields, choices, tables, buttons. The rest are Facelets files. */
package org.alongside.web.frame.tag;
