/**
 * How she comes to live by herself: skills, courses, work, projects, groups, language, a mentor, the neighbourhood. Work only with an employer whom
 * somebody of one's own house has checked and whom she does not refuse; after three and six months it is asked whether she still has it. Called by
 * pages, the API and the process job-retention.
 */
package org.alongside.livelihood;
