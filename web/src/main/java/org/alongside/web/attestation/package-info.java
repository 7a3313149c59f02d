/** The page on which an organisation attests what became of what it got. */
package org.alongside.web.attestation;
