package org.alongside.access;

import java.time.Instant;

/**
 * Who printed something and when, for every page of it.
 *
 * @param worker the name that colleagues know the printer by
 * @param organisation the name of the organisation they act for
 * @param at by the one clock, UTC
 * @param zone in which the printer reads times, IANA id
 */
public record PrintMark(String worker, String organisation, Instant at, String zone) {}
