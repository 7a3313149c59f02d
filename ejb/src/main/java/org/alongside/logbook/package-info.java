/**
 * What a house writes down for itself: what a shift leaves to the next, and incidents with what is learned of them. It holds no notes of
 * counselling and nothing said in confidence, and nothing of it leaves the house: no lead, coordinator, police or lawyer reads it.
 * Called by pages, the API and the incident process.
 */
package org.alongside.logbook;
