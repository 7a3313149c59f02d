/** The register of evidence of a legal matter, one piece with its chain, and entering one. */
package org.alongside.web.evidence;
