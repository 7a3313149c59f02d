package org.alongside.transfer;

import org.alongside.shared.ImportId;

/** A supervisor has chosen what of a file becomes cases; they are opened in the background. */
public record ImportBegun(ImportId id) {}
