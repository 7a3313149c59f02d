/**
 * The example of use: 200 published case records go through the running product by its API, and everything it says is held
 * against a count of the example's own. Anybody can run it against a demo; it needs nothing but addresses.
 */
package org.alongside.system.example;
