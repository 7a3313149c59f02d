package org.alongside.system.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ejb.Stateless;

/** A class that is a door to the business. */
final class AnotherDoor {
    static final DescribedPredicate<JavaClass> PREDICATE = DescribedPredicate.describe(
            "doors",
            type -> type.isAnnotatedWith(Stateless.class)
                    && type.getSimpleName().endsWith("Service"));

    private AnotherDoor() {}
}
