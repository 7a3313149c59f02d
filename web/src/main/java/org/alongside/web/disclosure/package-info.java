/** Pages of disclosures without consent. */
package org.alongside.web.disclosure;
