/**
 * The REST API: one resource method for each method of a door, and nothing of its own but how things are written down.
 * It holds no rules and asks no queries.
 */
package org.alongside.web.api;
