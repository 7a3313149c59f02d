package org.alongside.housing;

import java.util.List;

/**
 * What the house must know to look after her, and not why.
 *
 * @param kind code of health_daily_kind
 * @param what code of allergy, medicine_kept, infection_precaution or functional_limit, by the kind
 * @param words or null
 * @param times hours of the day where she lives, as 08:00
 */
public record ToLookAfter(String kind, String what, String words, List<String> times) {}
