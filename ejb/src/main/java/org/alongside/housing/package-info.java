/**
 * Houses by code name with their rooms and beds, and placements: a bed asked for, offered, held, lived in, left for a place that is
 * known. Where a house stands is read by its own staff and by a named escort for hours, and nothing else holds it (DOMAIN 0.6).
 * Called by pages, the API and the placement process; the journey reads {@link org.alongside.housing.HousingJournal},
 * closing {@link org.alongside.housing.Lodgings}.
 */
package org.alongside.housing;
