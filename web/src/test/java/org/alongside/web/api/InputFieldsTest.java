package org.alongside.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.code.CodeOf;
import org.junit.jupiter.api.Test;

/** What a record says of its fields stands in the description of the API, too. */
class InputFieldsTest {
    private static final List<Class<? extends Annotation>> MARKS =
            List.of(NotNull.class, NotEmpty.class, Size.class, Max.class);

    @Test
    void whatever_an_operation_takes_in_and_says_of_its_fields_is_described() throws Exception {
        Set<Class<?>> taken = resources()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(Class::isRecord)
                .filter(InputFieldsTest::saysSomething)
                .collect(Collectors.toSet());

        assertThat(taken).hasSizeGreaterThan(20);
        assertThat(HandedIn.RECORDS).containsAll(taken);
    }

    private static boolean saysSomething(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).anyMatch(InputFieldsTest::saysSomething);
    }

    private static boolean saysSomething(RecordComponent field) {
        Method read = field.getAccessor();
        return field.isAnnotationPresent(CodeOf.class) || MARKS.stream().anyMatch(read::isAnnotationPresent);
    }

    private static Stream<? extends Class<?>> resources() throws IOException, URISyntaxException {
        Path classes = Path.of(InputFields.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve("org/alongside/web/api"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Resource.class"))
                    .map(name -> load("org.alongside.web.api." + name.replace(".class", "")))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, InputFields.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
