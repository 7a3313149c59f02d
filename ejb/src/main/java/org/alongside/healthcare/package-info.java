/**
 * Her health as far as it is kept here: what was found for who treats her, and of it the least that others need. Who leads knows appointments, limits
 * and that something cannot wait; the house where she lives knows allergies, hours of medicine and precautions. Care that cannot wait has a
 * clock ({@link org.alongside.healthcare.CareEvent}); its numbers are in a table that staff own ({@link org.alongside.healthcare.HealthWindows}).
 * All of it is voluntary. Called by pages, the API and the process urgent-care.
 */
package org.alongside.healthcare;
