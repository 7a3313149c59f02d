/**
 * The whole of Alongside on one machine: PostgreSQL, Keycloak and WildFly, started, watched and stopped together.
 *
 * <p>The run command and the tests use the same classes. Nothing here is part of what a real installation runs.
 */
package org.alongside.system;
