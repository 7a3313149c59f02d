/**
 * How she is, measured by scales that are data: what a scale asks, its ranges, its licence. Each measure is a row that nobody changes. What she answered
 * is for the house that asked her, the sum for who leads where she says so, counts for the programme. An answer that must alarm raises an alert without
 * a word ({@link org.alongside.safety.OpenAlerts}). Who leads is asked to measure by a clock, her no ends that; after closing a scale is put to her in a
 * follow-up that reached her. It observes the closing of files; called by pages, the API and the processes outcome-watch and measure.
 */
package org.alongside.outcome;
