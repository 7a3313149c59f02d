/**
 * The example of use: 2,000 published case records go through the running product by its API, some of them into plans and beds, and everything it says is held
 * against a count of the example's own. Anybody can run it against a demo; it needs nothing but addresses.
 */
package org.alongside.system.example;
