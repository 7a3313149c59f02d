/**
 * How she is, measured by scales that are data: what a scale asks, its ranges, its licence. Each measure is a row that nobody changes. What she answered
 * is for the house that asked her, the sum for who leads where she says so, counts for the programme. An answer that must alarm raises an alert without
 * a word ({@link org.alongside.safety.OpenAlerts}). Called by pages and the API.
 */
package org.alongside.outcome;
