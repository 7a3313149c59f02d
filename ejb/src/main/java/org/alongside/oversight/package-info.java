/**
 * Who has seen what: why a file is open to its reader, who has seen it, the list of both for the survivor, and the audit for the
 * data protection officer. Reads what the gate wrote and writes nothing. Asks {@link org.alongside.consent.Consents} what she agreed
 * to, and {@link org.alongside.transfer.CsvText} how a table is written.
 */
package org.alongside.oversight;
