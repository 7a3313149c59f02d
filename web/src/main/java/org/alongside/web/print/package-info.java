/**
 * Paper: what a person may read, as PDF in English or Arabic, marked on every page with who printed it and when. Not here:
 * what may be read (the doors decide, and audit what is printed).
 */
package org.alongside.web.print;
