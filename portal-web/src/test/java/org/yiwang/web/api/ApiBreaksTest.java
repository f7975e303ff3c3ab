package org.yiwang.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** 不兼容变更: each kind of break is named, and what only adds passes. */
class ApiBreaksTest {

    private static final String DOCUMENT =
            """
            {"security": [{"token": []}],
             "paths": {
               "/cases": {
                 "get": {"parameters": [
                     {"name": "limit", "in": "query", "required": false, "schema": {"type": "integer"}},
                     {"$ref": "#/components/parameters/Which"}],
                   "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Case"}}}},
                                 "404": {"$ref": "#/components/responses/P404"}}},
                 "post": {"requestBody": {"required": false, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wish"}}}},
                   "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Case"}}}}}}},
               "/health": {"get": {"security": [], "responses": {"200": {"content": {"application/json": {"schema": {"type": "object"}}}}}}}},
             "components": {
               "parameters": {"Which": {"name": "which", "in": "query", "schema": {"type": "string", "enum": ["mine", "all"]}}},
               "responses": {"P404": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}},
               "schemas": {
                 "Case": {"type": "object", "required": ["no", "status"], "properties": {
                     "no": {"type": "string"}, "note": {"type": "string"},
                     "status": {"type": "string", "enum": ["SUBMITTED", "ACCEPTED"]},
                     "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Case"}}}},
                 "Deed": {"oneOf": [{"$ref": "#/components/schemas/Wish"}, {"$ref": "#/components/schemas/Case"}]},
                 "Wish": {"type": "object", "required": ["item"], "properties": {
                     "item": {"type": "string"}, "text": {"type": "string", "nullable": true}}}}}}
            """;

    private static ObjectNode document() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(DOCUMENT);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static void breaks(Consumer<ObjectNode> change, String... expected) {
        ObjectNode after = document();
        change.accept(after);
        assertEquals(List.of(expected), ApiBreaks.between(document(), after));
    }

    @Test
    void theSameDocumentBreaksNothing() {
        breaks(after -> {});
    }

    @Test
    void aPathOrAMethodThatIsGoneIsNamed() {
        breaks(after -> at(after, "/paths").remove("/health"), "/health: the path is gone");
        breaks(after -> at(after, "/paths/~1cases").remove("post"), "POST /cases: the method is gone");
    }

    @Test
    void aParameterThatIsRequiredNewOrGoneIsNamed() {
        breaks(
                after -> at(after, "/paths/~1cases/get/parameters/0").put("required", true),
                "GET /cases: parameter limit is required now");
        breaks(
                after -> ((ArrayNode) after.at("/paths/~1cases/get/parameters"))
                        .addObject()
                        .put("name", "as")
                        .put("in", "query")
                        .put("required", true),
                "GET /cases: parameter as is new and required");
        breaks(
                after -> ((ArrayNode) after.at("/paths/~1cases/get/parameters")).remove(0),
                "GET /cases: parameter limit is gone");
    }

    @Test
    void aFieldOfAnAnswerThatIsGoneMissingOrOfAnotherTypeIsNamedOnce() {
        breaks(after -> at(after, "/components/schemas/Case/properties").remove("note"), "Case.note: is gone");
        breaks(
                after -> at(after, "/components/schemas/Case/properties/no").put("type", "integer"),
                "Case.no: was of type string, is integer");
        breaks(
                after -> ((ArrayNode) after.at("/components/schemas/Case/required")).remove(0),
                "Case.no: may be missing now");
        breaks(
                after -> at(after, "/components/schemas/Case/properties/no").put("nullable", true),
                "Case.no: may be null now");
        breaks(
                after -> at(after, "/components/schemas/Case/properties/parts/items")
                        .removeAll()
                        .put("type", "string"),
                "Case: was of type object, is string");
    }

    @Test
    void anEnumThatBecameNarrowerIsNamed() {
        breaks(
                after -> ((ArrayNode) after.at("/components/schemas/Case/properties/status/enum")).remove(1),
                "Case.status: the value ACCEPTED is gone");
        breaks(
                after -> ((ArrayNode) after.at("/components/parameters/Which/schema/enum")).remove(0),
                "GET /cases: parameter which: the value mine is gone");
        breaks(
                after -> at(after, "/components/schemas/Wish/properties/item")
                        .putArray("enum")
                        .add("one"),
                "Wish.item: takes only some values now");
    }

    @Test
    void whatIsAskedOfTheCallerMayNotGrow() {
        breaks(
                after -> ((ArrayNode) after.at("/components/schemas/Wish/required")).add("text"),
                "Wish.text: is required now");
        breaks(
                after -> {
                    at(after, "/components/schemas/Wish/properties")
                            .putObject("why")
                            .put("type", "string");
                    ((ArrayNode) after.at("/components/schemas/Wish/required")).add("why");
                },
                "Wish.why: is new and required");
        breaks(
                after -> at(after, "/components/schemas/Wish/properties/text").remove("nullable"),
                "Wish.text: may not be null any more");
        breaks(
                after -> at(after, "/paths/~1cases/post/requestBody").put("required", true),
                "POST /cases: a request body is required now");
        breaks(after -> at(after, "/paths/~1health/get").remove("security"), "GET /health: needs a token now");
    }

    @Test
    void anAnswerOrItsFormThatIsGoneIsNamed() {
        breaks(
                after -> at(after, "/paths/~1cases/post/responses").remove("201"),
                "POST /cases: the answer 201 is gone");
        breaks(
                after -> at(after, "/paths/~1health/get/responses/200/content").remove("application/json"),
                "GET /health 200: application/json is gone");
    }

    @Test
    void whatOnlyAddsPasses() {
        breaks(after -> {
            at(after, "/paths").putObject("/new").putObject("get");
            at(after, "/paths/~1health").putObject("post");
            at(after, "/components/schemas/Case/properties").putObject("more").put("type", "string");
            ((ArrayNode) after.at("/components/schemas/Case/required")).add("note");
            ((ArrayNode) after.at("/components/schemas/Case/properties/status/enum")).add("DECIDED");
            at(after, "/components/schemas/Wish/properties").putObject("why").put("type", "string");
            ((ArrayNode) after.at("/components/schemas/Wish/required")).remove(0);
            ((ArrayNode) after.at("/paths/~1cases/get/parameters"))
                    .addObject()
                    .put("name", "sort")
                    .put("in", "query");
            at(after, "/paths/~1cases/get/responses").putObject("410");
            at(after, "/components/schemas/Wish/properties/item").put("description", "other words");
        });
    }
}
