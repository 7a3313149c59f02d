/** The values of the code lists, loaded as data; their words stand in the web module. */
package org.alongside.code;
