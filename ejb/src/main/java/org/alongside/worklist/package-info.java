/**
 * What waits for whom: the doors that show tasks, journeys, decision tables and failed work, and the ports that
 * {@code workflows} fills. Nothing here knows the engine.
 */
package org.alongside.worklist;
