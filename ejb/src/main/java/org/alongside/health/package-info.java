/** Whether the product can work: yes or no and how many, never what about. Asked without a sign-in, by those who watch. */
package org.alongside.health;
