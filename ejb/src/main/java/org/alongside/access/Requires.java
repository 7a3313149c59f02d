package org.alongside.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the permission without which the gate does not open a door; a door without it stays closed. The class of a door
 * carries {@code @PermitAll} so that the server brings the caller's identity as far as the gate: without any word about
 * security on a bean it brings nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    Permission value();
}
