/**
 * Logins at the identity provider: made, found, given their roles and closed by a service account with few rights. It knows
 * nothing of workers or organisations but names; no password passes through it. Called by {@code organisation} alone.
 */
package org.alongside.account;
