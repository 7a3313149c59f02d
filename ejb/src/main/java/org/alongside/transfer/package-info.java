/**
 * Bringing the cases that an organisation has, from a file, and taking its own cases with it, encrypted. Both are acts of
 * supervisors; what is opened follows the rules of an intake ({@link org.alongside.casefile.BroughtCases}).
 */
package org.alongside.transfer;
