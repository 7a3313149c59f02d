/** What those who watch the product are told without a sign-in: yes or no, never about what. */
package org.alongside.web.health;
