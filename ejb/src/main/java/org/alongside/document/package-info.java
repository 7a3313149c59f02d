/**
 * Documents in a case: what was handed in, in versions, opened only as far as their class and kind of information are. What is handed in is looked at by
 * {@link org.alongside.document.Reception} before any transaction begins; what stands in it lies encrypted in the database. Not here: what a document
 * proves. Called by pages and the API; legal matters read {@link org.alongside.document.DocumentsOfMatter}.
 */
package org.alongside.document;
