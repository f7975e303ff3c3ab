package org.yiwang.workflow.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.yiwang.forms.platform.Refusal;

/** Reads an action's fields into its type; what does not fit is refused with the field's name. */
final class Payload {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ActionRequest request;

    Payload(ActionRequest request) {
        this.request = request;
    }

    <T> T as(Class<T> type) {
        JsonNode fields = request.payload() == null || request.payload().isNull()
                ? JsonNodeFactory.instance.objectNode()
                : request.payload();
        try {
            return JSON.treeToValue(fields, type);
        } catch (UnrecognizedPropertyException e) {
            throw Refusal.invalid(
                    e.getPropertyName(),
                    "UNKNOWN_FIELD",
                    "“" + request.action() + "”没有字段“" + e.getPropertyName() + "”。");
        } catch (JsonMappingException e) {
            String path = path(e);
            throw Refusal.invalid(path, "FORMAT", "字段“" + path + "”的格式不正确。");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("", "FORMAT", "动作内容的格式不正确。");
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
