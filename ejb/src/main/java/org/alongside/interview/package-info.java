/**
 * Interviews that police and prosecution ask for, statements taken, and what she decided about cooperating. They ask in codes; who leads asks her, her
 * lawyer advises, she decides; they learn her answer and how often she has told it, over all agencies, and never who of those that help her is behind it
 * ({@link org.alongside.interview.InterviewView}). What she decided about cooperating changes nothing in the help given: no other package reads it.
 * Called by pages, the API and the process interview.
 */
package org.alongside.interview;
