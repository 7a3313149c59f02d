/** Pages of formal identification: so far, notifying the authority of an adult who refuses it, and what arrives there. */
package org.alongside.web.identification;
