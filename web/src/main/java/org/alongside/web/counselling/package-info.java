/** Pages of counselling: the tab of a file, a session with what is written of it, a counsellor's week, groups, and how much is carried. */
package org.alongside.web.counselling;
