package org.yiwang.workflow.casefile.internal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/**
 * Rows as JSON: PostgreSQL turns rows to JSON and back, so that everything about a case is read in one statement and each
 * table is written in one, however many rows there are. Columns are the fields' names in snake case.
 */
public final class Rows {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(byteaModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private Rows() {}

    /** Reads what {@code json_agg(row)} gave; nothing is an empty list. */
    public static <T> List<T> read(String json, Class<T> type) {
        if (json == null) {
            return List.of();
        }
        try {
            return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("row does not fit " + type.getSimpleName(), e);
        }
    }

    /** Writes rows for {@code json_populate_recordset}. */
    public static String write(List<?> rows) {
        try {
            return MAPPER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SimpleModule byteaModule() {
        SimpleModule module = new SimpleModule("bytea");
        module.addDeserializer(byte[].class, new StdDeserializer<byte[]>(byte[].class) {
            private static final long serialVersionUID = 1L;

            @Override
            public byte[] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return HexFormat.of().parseHex(parser.getText().substring(2));
            }
        });
        module.addSerializer(byte[].class, new StdSerializer<byte[]>(byte[].class) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(byte[] value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString("\\x" + HexFormat.of().formatHex(value));
            }
        });
        return module;
    }
}
