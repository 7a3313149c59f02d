package org.alongside.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/** What JSON says in its own words and is more here: ids, instants, days, durations, yes or no; nothing else is taken for them. */
final class Texts extends SimpleModule {

    private static final long serialVersionUID = 1L;

    Texts() {
        PathIds.READERS.forEach(this::id);
        read(Instant.class, Texts::instant);
        read(LocalDate.class, Texts::day);
        read(Duration.class, Duration::parse);
        addDeserializer(boolean.class, new YesOrNo());
        addSerializer(Reason.class, new ReasonWriter());
    }

    @SuppressWarnings("unchecked")
    private <T> void id(Class<?> type, Function<String, ?> reader) {
        Class<T> id = (Class<T>) type;
        addSerializer(id, new ToStringSerializer(id));
        read(id, text -> (T) reader.apply(text));
    }

    private <T> void read(Class<T> type, Function<String, T> reader) {
        addDeserializer(type, new FromText<>(type, reader));
    }

    /** With an offset, in a year of four digits, which every part of the system can keep. */
    private static Instant instant(String text) {
        return inRange(OffsetDateTime.parse(text)).toInstant();
    }

    private static OffsetDateTime inRange(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9998) {
            throw new DateTimeException("year");
        }
        return time;
    }

    private static LocalDate day(String text) {
        if (text.length() != "2026-01-31".length()) {
            throw new DateTimeException("form");
        }
        return LocalDate.parse(text);
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> reader;

        FromText(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return reader.apply(parser.getText());
            } catch (DateTimeException | Refusal wrong) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not one");
            }
        }
    }

    /** A truth value that has to be said: what is absent is not taken for a no. */
    private static final class YesOrNo extends StdDeserializer<Boolean> {
        private static final long serialVersionUID = 1L;

        YesOrNo() {
            super(boolean.class);
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> (Boolean) context.handleUnexpectedToken(handledType(), parser);
            };
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) throws JsonMappingException {
            throw InvalidNullException.from(context, null, context.constructType(handledType()));
        }
    }

    /** A reason inside an answer, in the form it has inside a problem. */
    private static final class ReasonWriter extends StdSerializer<Reason> {
        private static final long serialVersionUID = 1L;

        ReasonWriter() {
            super(Reason.class);
        }

        @Override
        public void serialize(Reason reason, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            if (!reason.field().isEmpty()) {
                json.writeStringField("pointer", "/" + reason.field().replace('.', '/'));
            }
            json.writeStringField("code", reason.code());
            if (!reason.values().isEmpty()) {
                provider.defaultSerializeField("values", reason.values(), json);
            }
            json.writeEndObject();
        }
    }
}
