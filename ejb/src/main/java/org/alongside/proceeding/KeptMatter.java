package org.alongside.proceeding;

import java.util.List;
import org.alongside.proceeding.PaymentService.Payment;
import org.alongside.proceeding.Restitution.Costs;

/**
 * A matter of a lawyer who keeps it, with its money.
 *
 * @param payments the newest first, with those that were taken back
 */
public record KeptMatter(MatterView matter, List<Payment> payments, Costs costs) {}
