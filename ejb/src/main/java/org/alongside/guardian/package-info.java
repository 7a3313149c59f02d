/**
 * Who stands for a child: parents and carers, guardians asked for and appointed, each with a mandate, a status and a period, and those
 * who are excluded from standing for her, giving a consent and being told. Whether a guardian who works here may read the
 * file is said here as well, and kept by {@code access}. {@code casefile} makes the first of them from an intake; {@code consent} and
 * {@code disclosure} read {@link org.alongside.guardian.Guardians}, and {@code consent} observes
 * {@link org.alongside.guardian.PersonExcluded}; the journey reads {@link org.alongside.guardian.GuardianJournal}; called by pages and
 * the API.
 */
package org.alongside.guardian;
