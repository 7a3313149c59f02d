package org.alongside.emergency;

import java.util.Set;
import org.alongside.access.Category;

/**
 * What the caller may ask for.
 *
 * @param categories the kinds of information that can be asked for in their job; none: they cannot ask
 * @param minutes how long it is open at most
 * @param mostAsked how often one person may ask within 24 hours
 * @param left how often the caller still may now
 * @param answeredWithinMinutes how long a second person has to agree
 */
public record EmergencyRules(
        Set<Category> categories, long minutes, int mostAsked, int left, long answeredWithinMinutes) {}
