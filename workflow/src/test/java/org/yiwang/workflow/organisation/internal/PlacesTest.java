package org.yiwang.workflow.organisation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.workflow.organisation.City;

/** 办事地点: a department has one telephone and a window one address, wherever the city names them. */
class PlacesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode departments = city().path("departments");

    private static JsonNode city() {
        try (InputStream in = City.class.getResourceAsStream("/demo/city.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> services() {
        return Stream.concat(
                        PackageSource.shipped().stream()
                                .map(found -> found.files().get("item.json")),
                        PackageSource.bundles().stream()
                                .map(found -> found.files().get("bundle.json")))
                .map(PlacesTest::read);
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noTwoDepartmentsShareATelephone() {
        Map<String, String> known = new HashMap<>();
        for (JsonNode department : departments) {
            String code = department.path("code").asText();
            String other = known.put(department.path("phone").asText(), code);
            assertEquals(null, other, code + " has the telephone of " + other);
        }
    }

    @Test
    void aWindowHasOneAddressAndOneTelephone() {
        Map<String, String> known = new TreeMap<>();
        services().forEach(service -> service.at("/guide/places").forEach(place -> {
            String name = place.at("/name/zh-CN").asText();
            String where = place.path("address") + " " + place.path("phone");
            String before = known.putIfAbsent(name, where);
            assertTrue(before == null || before.equals(where), name + " of " + service.path("code") + ": " + where);
        }));
        assertTrue(known.size() > 20, known.toString());
    }

    @Test
    void theHallIsWhereTheLettersSayItIs() {
        String hall = department("hall").path("address").asText();
        services().forEach(service -> service.at("/guide/places").forEach(place -> {
            if (place.at("/name/zh-CN").asText().startsWith("云州市政务服务中心")) {
                String address = place.at("/address/zh-CN").asText();
                assertTrue(address.startsWith(hall), service.path("code") + ": " + address);
            }
        }));
    }

    @Test
    void aTelephoneIsThatOfTheWindowsDepartment() {
        services().forEach(service -> service.at("/guide/places").forEach(place -> {
            String phone = place.path("phone").asText();
            if (phone.startsWith("0000-")) {
                JsonNode owner = withTelephone(phone);
                boolean own = owner.path("code").equals(service.path("organisation"));
                String name = place.at("/name/zh-CN").asText();
                assertTrue(own || name.startsWith(owner.path("name").asText()), service.path("code") + ": " + name);
            }
        }));
    }

    private JsonNode withTelephone(String phone) {
        for (JsonNode department : departments) {
            if (department.path("phone").asText().equals(phone)) {
                return department;
            }
        }
        throw new AssertionError("nobody has the telephone " + phone);
    }

    private JsonNode department(String code) {
        for (JsonNode department : departments) {
            if (department.path("code").asText().equals(code)) {
                return department;
            }
        }
        throw new AssertionError("no department " + code);
    }
}
