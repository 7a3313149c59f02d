/** Pages about the case: opening a file step by step, finding it, its journey, what we know, and the drafts of all that. */
package org.alongside.web.casefile;
