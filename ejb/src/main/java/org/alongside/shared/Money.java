package org.alongside.shared;

import java.math.BigDecimal;
import java.util.Currency;

/** What holds for money that is handed in, whatever it is for. */
public final class Money {
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");
    private static final int CENTS = 2;

    private Money() {}

    /**
     * Nothing said, or an amount with no more than two decimals that the tables hold; else {@code no-amount}.
     *
     * @param least 1 for more than nothing, 0 where nothing is an amount too
     */
    public static void amount(Check check, BigDecimal amount, String field, int least) {
        check.that(
                amount == null
                        || amount.signum() >= least
                                && amount.compareTo(MOST) <= 0
                                && amount.stripTrailingZeros().scale() <= CENTS,
                field,
                "no-amount");
    }

    /** Nothing said, or a currency of ISO 4217; else {@code unknown-currency}. */
    public static void currency(Check check, String currency, String field) {
        check.that(
                currency == null
                        || Currency.getAvailableCurrencies().stream()
                                .anyMatch(one -> one.getCurrencyCode().equals(currency)),
                field,
                "unknown-currency");
    }
}
