package org.alongside.web.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.alongside.shared.Reason;
import org.alongside.shared.Refusal;

/**
 * What was answered in a form so far: name of a field to a text, or to several texts. Pages bind their inputs to it,
 * {@code #{page.answers.name_preferred}}; a field without an answer has no entry.
 *
 * <p>The name of a field is its dotted path in the record that is handed in, with underscores: a reason of a refusal at
 * {@code name.preferred} belongs to {@code name_preferred}.
 */
public final class Answers extends AbstractMap<String, Object> {
    /** The hidden field that names those with several answers, so that none chosen is told apart from not asked. */
    static final String ASKED = "asked";

    private static final String PASSPHRASE = "passphrase";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEFORE_DECIMALS = "[.,\u066B]";
    private static final Pattern AMOUNT = Pattern.compile("\\p{Nd}+(" + BEFORE_DECIMALS + "\\p{Nd}{1,2})?");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,60}");

    private final Map<String, Object> fields = new TreeMap<>();

    /** Reads what a draft keeps. */
    public static Answers of(String json) {
        Answers answers = new Answers();
        try {
            JSON.readValue(json, new TypeReference<Map<String, Object>>() {}).forEach(answers::put);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A draft is not a JSON object", null);
        }
        return answers;
    }

    /** As a draft keeps it. */
    public String json() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    /**
     * Takes over what a browser sends of a form: the fields that are there, and none for those asked and not there. What is
     * called a passphrase is kept nowhere.
     */
    public void take(Map<String, String[]> form) {
        Arrays.stream(form.getOrDefault(ASKED, new String[0]))
                .flatMap(names -> Arrays.stream(names.split(" ")))
                .forEach(fields::remove);
        form.forEach((field, values) -> {
            if (!field.equals(ASKED)
                    && !field.startsWith(PASSPHRASE)
                    && FIELD.matcher(field).matches()) {
                put(field, values.length == 1 ? values[0] : values);
            }
        });
    }

    /** The answer, if there is one. */
    public Optional<String> text(String field) {
        return several(field).stream().findFirst();
    }

    /** The answers, none where there is none. */
    public List<String> several(String field) {
        Object value = fields.get(field);
        return value == null
                ? List.of()
                : value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of((String) value);
    }

    /** The day that was typed, if one was; refuses beside the field what is none. */
    public Optional<LocalDate> day(String field) {
        return typed(field, typed -> inRange(LocalDate.parse(typed)), "unknown-day");
    }

    /** The time of the day that was typed, if one was; refuses beside the field what is none. */
    public Optional<LocalTime> time(String field) {
        return typed(field, LocalTime::parse, "unknown-time");
    }

    /** The day and time that were typed, if they were, by the clock of that zone; refuses beside the field what is none. */
    public Optional<Instant> instant(String field, ZoneId zone) {
        return typed(
                field,
                typed -> {
                    LocalDateTime time = LocalDateTime.parse(typed);
                    inRange(time.toLocalDate());
                    return time.atZone(zone).toInstant();
                },
                "unknown-day");
    }

    /** In a year of four digits, which every part of the system can keep. */
    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw new DateTimeException("year");
        }
        return day;
    }

    private <T> Optional<T> typed(String field, Function<String, T> reading, String wrong) {
        try {
            return text(field).map(reading);
        } catch (DateTimeException none) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(Reason.at(field, wrong)));
        }
    }

    /** The amount that was typed, if one was, with a point or a comma before its decimals; refuses beside the field what is none. */
    public Optional<BigDecimal> amount(String field) {
        return text(field).map(String::strip).map(typed -> {
            if (!AMOUNT.matcher(typed).matches()) {
                throw Refusal.invalid(field, "no-amount");
            }
            try {
                return new BigDecimal(typed.replaceAll(BEFORE_DECIMALS, "."));
            } catch (NumberFormatException none) {
                throw Refusal.invalid(field, "no-amount");
            }
        });
    }

    /** The code of a currency as it is written everywhere, however it was typed; whether there is such a one the door says. */
    public Optional<String> currency(String field) {
        return text(field).map(typed -> typed.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether the answer is yes. */
    public boolean yes(String field) {
        return several(field).contains("yes");
    }

    @Override
    public Object put(String field, Object value) {
        if (value instanceof Object[] array) {
            return put(field, Arrays.asList(array));
        }
        if (value instanceof Collection<?> several) {
            List<String> texts = several.stream()
                    .filter(Objects::nonNull)
                    .map(String::valueOf)
                    .filter(text -> !text.isBlank())
                    .toList();
            return texts.isEmpty() ? fields.remove(field) : fields.put(field, texts);
        }
        return value == null || value.toString().isBlank() ? fields.remove(field) : fields.put(field, value.toString());
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return fields.entrySet();
    }
}
