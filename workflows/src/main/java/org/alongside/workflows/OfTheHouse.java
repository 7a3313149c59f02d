package org.alongside.workflows;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The product's own process engine; only this package can name it, and so only this package is given it. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface OfTheHouse {}
