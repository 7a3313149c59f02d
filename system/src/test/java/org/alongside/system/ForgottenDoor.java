package org.alongside.system;

import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import org.alongside.access.Gate;

/** A door whose author forgot to name the permission. */
@Stateless
@Interceptors(Gate.class)
public class ForgottenDoor {

    public String open() {
        return "opened";
    }
}
