package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.suite.api.SelectClasses;

/** A test that is in no suite would never run, and nobody would notice. */
class EveryTestRunsTest {
    @Test
    void each_test_of_the_system_stands_in_one_suite() {
        List<Class<?>> tests = ReflectionSupport.findAllClassesInPackage(
                "org.alongside.system",
                type -> type.getPackage().equals(EveryTestRunsTest.class.getPackage())
                        && !Modifier.isAbstract(type.getModifiers()),
                name -> name.endsWith("Test"));
        assertThat(Stream.of(PagesSuite.class, DoorsSuite.class, EveryRequestSuite.class)
                        .flatMap(suite -> Stream.of(
                                suite.getAnnotation(SelectClasses.class).value())))
                .containsExactlyInAnyOrderElementsOf(tests);
    }
}
