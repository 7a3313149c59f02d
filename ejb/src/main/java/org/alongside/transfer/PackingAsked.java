package org.alongside.transfer;

import org.alongside.shared.ExportId;

/** Whoever may take the cases out has typed the passphrase; they are packed in the background. */
public record PackingAsked(ExportId id) {}
