package org.alongside.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation whose body comes in parts, a record as JSON and a file; it was taken in before, see {@link org.alongside.web.document.HandedInFilter}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface InParts {}
