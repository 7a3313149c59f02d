/** The pages about referrals: ask another organisation for help, answer one that asks, follow what becomes of it. */
package org.alongside.web.referral;
