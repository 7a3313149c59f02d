/**
 * The register of evidence of a legal matter: what there is, with whom the original is, the hash by which it is known again, and the chain of hands it
 * went through. Privileged: her lawyer's alone. Nothing in it is ever changed; what is mended is written beside it. Documents themselves are kept by
 * {@link org.alongside.document}. Called by pages, the API and the paper of a chain.
 */
package org.alongside.evidence;
