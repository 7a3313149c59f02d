package org.alongside.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.BeanELResolver;
import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordResolverTest {
    /** A row as a door hands it out. */
    public record Row(String status, Optional<String> chosen, Optional<String> refused) {
        public String getWords() {
            return status + "!";
        }
    }

    private final Row row = new Row("SENT", Optional.of("Cedar"), Optional.empty());
    private final CompositeELResolver resolver = new CompositeELResolver();

    RecordResolverTest() {
        resolver.add(new RecordResolver());
        resolver.add(new BeanELResolver());
    }

    @Test
    void a_page_reads_the_parts_of_a_row_by_name() {
        assertThat(read("status")).isEqualTo("SENT");
        assertThat(read("words")).isEqualTo("SENT!");
    }

    @Test
    void what_may_be_absent_reads_as_its_value_or_as_nothing() {
        assertThat(read("chosen")).isEqualTo("Cedar");
        assertThat(read("refused")).isNull();
    }

    @Test
    void a_wrong_name_is_told_and_a_row_is_not_changed() {
        assertThatThrownBy(() -> read("nonsense")).isInstanceOf(PropertyNotFoundException.class);
        assertThatThrownBy(() -> resolver.setValue(context(), row, "status", "X"))
                .isInstanceOf(PropertyNotWritableException.class);
    }

    private Object read(String part) {
        return resolver.getValue(context(), row, part);
    }

    private ELContext context() {
        return new ELContext() {
            @Override
            public ELResolver getELResolver() {
                return resolver;
            }

            @Override
            public FunctionMapper getFunctionMapper() {
                return null;
            }

            @Override
            public VariableMapper getVariableMapper() {
                return null;
            }
        };
    }
}
