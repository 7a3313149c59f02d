/** The pages about care plans: the plan of a case, its goals and steps, and what is due today for the people of a house. */
package org.alongside.web.careplan;
