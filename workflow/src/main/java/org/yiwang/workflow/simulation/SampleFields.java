package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.workflow.correction.Demand;
import org.yiwang.workflow.correction.SupplyCorrection;

/**
 * 样例字段: fills the fields of an action from their types, so that an action that is added tomorrow can be played without a
 * word here. By itself it takes the first value that is not a refusal; with a source of chance any.
 */
final class SampleFields {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SampleSource source;
    private final Optional<RandomGenerator> chance;

    SampleFields(SampleSource source, Optional<RandomGenerator> chance) {
        this.source = source;
        this.chance = chance;
    }

    ObjectNode of(Class<?> fields) {
        ObjectNode sample = JSON.objectNode();
        for (RecordComponent component : fields.getRecordComponents()) {
            JsonNode value = value(component.getName(), component.getGenericType());
            if (value != null) {
                sample.set(component.getName(), value);
            }
        }
        return sample;
    }

    private JsonNode value(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(name, generic.getActualTypeArguments()[0])
                    : generic.getRawType() == Map.class ? answersToObjections() : null;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class && name.endsWith("Step")) {
            // Which step is a choice the action makes by itself where nobody does.
            return null;
        }
        if (plain == String.class) {
            return JSON.textNode(text(name));
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return JSON.booleanNode(chance.map(RandomGenerator::nextBoolean).orElse(true));
        }
        return plain.isEnum() ? constant(plain) : other(plain);
    }

    private JsonNode other(Class<?> plain) {
        if (plain == Instant.class) {
            return JSON.textNode(source.now().toString());
        }
        if (plain == LocalDate.class) {
            return JSON.textNode(source.today()
                    .plusDays(chance.map(c -> c.nextInt(40)).orElse(20))
                    .toString());
        }
        if (plain == JsonNode.class || plain == ObjectNode.class) {
            return source.answers();
        }
        if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
            return JSON.numberNode(chance.map(c -> 1 + c.nextInt(5)).orElse(5));
        }
        return plain.isRecord() ? of(plain) : null;
    }

    private String text(String name) {
        if (name.toLowerCase(java.util.Locale.ROOT).contains("staffno")) {
            return source.colleague();
        }
        return "推演样例：" + name;
    }

    private JsonNode constant(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(value -> ((Enum<?>) value).name())
                .toList();
        if (type == SpecialProcedureType.class) {
            List<String> own = source.item().specialProcedures().stream()
                    .map(SpecialProcedureRule::type)
                    .map(Enum::name)
                    .toList();
            names = own.isEmpty() ? names : own;
        }
        List<String> choice = names;
        return JSON.textNode(
                choice.get(chance.map(c -> c.nextInt(choice.size())).orElse(0)));
    }

    private JsonNode list(String name, Type of) {
        ArrayNode list = JSON.arrayNode();
        if (of == Demand.class) {
            source.demand().forEach(list::add);
        } else if (of == SupplyCorrection.Supplied.class) {
            source.supplies().forEach(list::add);
        } else if (of == UUID.class && name.equals("files")) {
            list.add(source.upload().toString());
        } else if (of != UUID.class && of instanceof Class<?> plain && plain.isRecord()) {
            list.add(of(plain));
        }
        return list;
    }

    private JsonNode answersToObjections() {
        ObjectNode answers = JSON.objectNode();
        source.item().steps().stream()
                .flatMap(step -> step.answers().stream())
                .distinct()
                .forEach(step -> answers.put(step, "推演样例：对该意见的回应"));
        return answers;
    }
}
