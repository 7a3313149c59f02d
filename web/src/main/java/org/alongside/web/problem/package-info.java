/** What a refusal or a failure looks like: a problem document to a program, a page in plain words to a person. */
package org.alongside.web.problem;
