/**
 * The only room that knows the process engine: it decides who is asked next and by when, never what is allowed or true.
 * Events of {@code ejb} start and move processes inside the transaction in which they happen; process beans call the same
 * doors as people do, as the named system identity. Variables hold ids, codes and instants, nothing personal.
 */
package org.alongside.workflows;
