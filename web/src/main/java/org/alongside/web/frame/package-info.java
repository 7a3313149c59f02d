/**
 * What every page stands in: who is here and where they may go, words in their language, dates in their zone,
 * the stylesheet, the headers that guard the browser, and the pages for when something goes wrong.
 * It asks {@link org.alongside.web.frame.SignedIn} who is here and knows nothing of any feature.
 */
package org.alongside.web.frame;
