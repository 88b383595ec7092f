package huxiao.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads flat forms – records of texts, numbers, truth values, days, moments, enums and lists of them – from JSON, and tells every fault at once: members
 * that are unknown, missing, of a wrong type or outside their constraints. A text that is left out is empty, a list too.
 * Nothing is coerced: {@code "3"} is no number. Thread safe.
 */
@Component
public final class StrictForms {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final Validator validator;

    StrictForms(Validator validator) {
        this.validator = validator;
    }

    /**
     * A form from the bytes of a body, which must be UTF-8.
     *
     * @throws FaultyRequestException with every fault
     */
    public <T extends Record> T read(byte[] body, Class<T> type) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new FaultyRequestException(Fault.ofBody("fault.utf8"));
        } catch (JsonProcessingException e) {
            throw new FaultyRequestException(Fault.ofBody(
                    "fault.json", e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
        if (!(tree instanceof ObjectNode object)) {
            throw new FaultyRequestException(Fault.ofBody("fault.object"));
        }
        return read(object, type);
    }

    /**
     * A form from fields of an HTML form, where an empty field counts as left out and whole numbers are written as text.
     *
     * @throws FaultyRequestException with every fault
     */
    public <T extends Record> T read(Map<String, String> fields, Class<T> type) {
        ObjectNode object = MAPPER.createObjectNode();
        Arrays.stream(type.getRecordComponents()).forEach(component -> {
            String name = member(component);
            String typed = fields.getOrDefault(name, "");
            String value = isPassword(component) ? typed : typed.strip();
            if (value.isEmpty()) {
                return;
            }
            if (isWhole(component) && value.matches("-?\\d{1,9}")) {
                object.put(name, Integer.parseInt(value));
            } else if (isNumber(component) && value.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                object.put(name, Double.parseDouble(value));
            } else if (isTruth(component) && value.matches("true|false")) {
                object.put(name, Boolean.parseBoolean(value));
            } else {
                object.put(name, value.replace("\r\n", "\n"));
            }
        });
        return read(object, type);
    }

    private <T extends Record> T read(ObjectNode object, Class<T> type) {
        List<Fault> faults = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        Set<String> names =
                Arrays.stream(components).map(StrictForms::member).collect(Collectors.toCollection(LinkedHashSet::new));
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                faults.add(Fault.of(name, "fault.unknown", String.join(", ", names)));
            }
        });
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(object.get(member(components[i])), components[i], type, faults);
        }
        if (!faults.isEmpty()) {
            throw new FaultyRequestException(faults);
        }
        return construct(type, values);
    }

    private <T extends Record> Object value(
            JsonNode node, RecordComponent component, Class<T> type, List<Fault> faults) {
        Object value = null;
        if (node != null && !node.isNull()) {
            try {
                value = MAPPER.readerFor(MAPPER.constructType(component.getGenericType()))
                        .readValue(node);
            } catch (IOException | IllegalArgumentException e) {
                faults.add(wrongType(component));
                return null;
            }
        }
        if (value == null) {
            value = absent(component.getType());
        }
        if (texts(value).anyMatch(StrictForms::isUnfit)) {
            faults.add(Fault.of(member(component), "fault.control"));
            return null;
        }
        for (ConstraintViolation<T> violation : validator.validateValue(type, component.getName(), value)) {
            faults.add(outside(
                    member(component), violation.getConstraintDescriptor().getAnnotation()));
        }
        return value;
    }

    private static Stream<String> texts(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }

    /** PostgreSQL keeps no NUL and no half of a surrogate pair; other control characters only serve to deceive the eye. */
    private static boolean isUnfit(String text) {
        return text.codePoints()
                .anyMatch(point -> (Character.isISOControl(point) && point != '\n' && point != '\t')
                        || Character.getType(point) == Character.SURROGATE);
    }

    private static Object absent(Class<?> type) {
        if (type == String.class) {
            return "";
        }
        return type == List.class ? List.of() : null;
    }

    private static boolean isWhole(RecordComponent component) {
        return component.getType() == Integer.class;
    }

    private static boolean isNumber(RecordComponent component) {
        return component.getType() == Double.class;
    }

    private static boolean isTruth(RecordComponent component) {
        return component.getType() == Boolean.class;
    }

    /** Blanks around a password are part of it. */
    private static boolean isPassword(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(Password.class);
    }

    /** What a component is called in JSON: some words are taken in Java. */
    private static String member(RecordComponent component) {
        JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    private static Fault wrongType(RecordComponent component) {
        String name = member(component);
        if (component.getType().isEnum()) {
            String allowed = Arrays.stream(component.getType().getEnumConstants())
                    .map(constant -> MAPPER.valueToTree(constant).asText())
                    .collect(Collectors.joining(", "));
            return Fault.of(name, "fault.choice", allowed);
        }
        if (component.getType() == LocalDate.class) {
            return Fault.of(name, "fault.date");
        }
        if (component.getType() == Instant.class) {
            return Fault.of(name, "fault.moment");
        }
        if (isTruth(component)) {
            return Fault.of(name, "fault.truth");
        }
        if (isNumber(component)) {
            return Fault.of(name, "fault.number");
        }
        return Fault.of(name, isWhole(component) ? "fault.whole" : "fault.text");
    }

    private static Fault outside(String name, Annotation constraint) {
        if (constraint instanceof NotNull || constraint instanceof NotBlank) {
            return Fault.of(name, "fault.required");
        }
        if (constraint instanceof Size size) {
            return Fault.of(name, "fault.size", size.min(), size.max());
        }
        if (constraint instanceof Min min) {
            return Fault.of(name, "fault.min", min.value());
        }
        if (constraint instanceof Max max) {
            return Fault.of(name, "fault.max", max.value());
        }
        if (constraint instanceof PastOrPresent) {
            return Fault.of(name, "fault.future");
        }
        if (constraint instanceof DayBetween days) {
            return Fault.of(name, "fault.days", days.first(), days.last());
        }
        if (constraint instanceof Password password) {
            return Fault.of(name, "fault.bytes", password.least(), password.most());
        }
        if (constraint instanceof InDirectory part) {
            return Fault.of(name, part.value().fault());
        }
        throw new IllegalStateException("no message for the constraint " + constraint);
    }

    private static <T extends Record> T construct(Class<T> type, Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a form is a record with its canonical constructor: " + type, e);
        }
    }
}
