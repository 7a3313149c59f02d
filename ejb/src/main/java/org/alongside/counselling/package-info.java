/**
 * Counselling: a counsellor's hours, one person's session in such an hour, groups by code, who supervises whom and how much each carries. What is
 * written of a session has three levels: process notes are their author's alone; the clinical record is the counsellor's and who supervises them; a
 * summary that she agreed to is for others who may read counselling of her. Who leads knows that there was a session and whether she came.
 * Called by pages, the API and the counselling processes; the journey reads {@link org.alongside.counselling.CounsellingJournal}.
 */
package org.alongside.counselling;
