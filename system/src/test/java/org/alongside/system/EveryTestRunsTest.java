package org.alongside.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.suite.api.SelectClasses;

/**
 * A test that is in no suite would never run, and nobody would notice. What takes too long for a suite has a command of its own in the guide for
 * developers and another ending to its name: benchmarks, and {@link YearOfClock}.
 */
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
