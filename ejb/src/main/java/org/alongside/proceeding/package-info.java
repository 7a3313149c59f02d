/**
 * Legal matters: what a lawyer does for her, how far it is, when and where she must be, what she needs for it and who does that.
 * The lawyer's own file is the lawyer's alone; others are told the minimum (DOMAIN 7.3). Not here: what the police keep. Called
 * by pages, the API and programs that read a subscribed calendar; the journey reads {@link org.alongside.proceeding.MatterJournal}.
 */
package org.alongside.proceeding;
