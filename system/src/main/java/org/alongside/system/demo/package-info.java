/**
 * The made-up people of the demo: brought by the run command through the API of the product, as the demo's workers would do it, so that a
 * newcomer finds beds that are lived in and work that waits.
 */
package org.alongside.system.demo;
