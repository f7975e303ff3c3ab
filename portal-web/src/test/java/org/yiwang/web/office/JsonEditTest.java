package org.yiwang.web.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ServicePackage;

/** What an editor shows and sends back is what the file says, but for what was changed. */
class JsonEditTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Specs specs = new Specs(List.of(), List.of(), List.of(), List.of(), key -> key);

    private static ObjectNode file(ServicePackage service, String path) {
        try {
            return (ObjectNode) JSON.readTree(service.file(path).orElseThrow());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static ServicePackage service(String code) {
        return ServicePackage.shipped().stream()
                .filter(one -> one.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What a browser sends for what is shown. */
    private static Map<String, String[]> sent(List<Node> nodes) {
        Map<String, String[]> sent = new HashMap<>();
        nodes.forEach(node -> put(node, sent));
        return sent;
    }

    private static void put(Node node, Map<String, String[]> sent) {
        String name = node.getName();
        switch (node.getKind()) {
            case "GROUP", "LIST", "ROW" -> node.getChildren().forEach(child -> put(child, sent));
            case "LOCAL", "LOCAL_LONG" -> {
                sent.put(name + "#zh", new String[] {node.getZh()});
                sent.put(name + "#en", new String[] {node.getEn()});
            }
            case "FLAG" -> {
                sent.put(name + "#there", new String[] {"1"});
                if (node.isOn()) {
                    sent.put(name, new String[] {"true"});
                }
            }
            case "CHOICES" -> {
                // Whatever stands there is among the choices of a real page.
                List<String> all = List.of(
                        "PERSON", "ORGANISATION", "WEB", "WINDOW", "KIOSK", "API", "ELECTRONIC", "POST", "PICKUP");
                sent.put(name + "#there", new String[] {"1"});
                sent.put(name, all.stream().filter(node::chosen).toArray(String[]::new));
            }
            default -> sent.put(name, new String[] {node.getValue()});
        }
    }

    private ObjectNode sentBack(List<Spec> parts, ObjectNode file) {
        ObjectNode edited = file.deepCopy();
        new JsonEdit(sent(Node.of(parts, file, "", ""))).apply(parts, edited, "");
        return edited;
    }

    @Test
    void sentBackAsItIsShownNothingChangesInAnyShippedPackage() {
        for (ServicePackage service : ServicePackage.shipped()) {
            ObjectNode item = file(service, "item.json");
            List<Spec> elements = specs.elements();
            ObjectNode back = sentBack(elements, item);
            back.set("themes", item.get("themes"));
            assertTrue(item.equals(back), service.code() + " elements");
            assertTrue(item.equals(sentBack(specs.materials(), item)), service.code() + " materials");
            ObjectNode form = file(service, "form.json");
            assertTrue(form.equals(sentBack(specs.form(), form)), service.code() + " form");
        }
    }

    @Test
    void whatCannotBeANumberOrAConditionIsKeptAsTyped() {
        ObjectNode item = file(service("elder-allowance"), "item.json");
        new JsonEdit(Map.of(
                        "limits[1].value", new String[] {"十天"},
                        "conditions[0].rule", new String[] {"{\"field\": "}))
                .apply(specs.elements(), item, "");
        assertEquals("十天", item.at("/limits/1/value").asText());
        assertEquals("{\"field\":", item.at("/conditions/0/rule").asText());
        Node shown = Node.of(specs.elements(), item, "", "")
                .get(2)
                .getChildren()
                .get(0)
                .getChildren()
                .get(1);
        assertEquals("十天", shown.getChildren().get(1).getValue(), "and shown again");
    }

    @Test
    void rowsAreAddedMovedAndDeleted() {
        ObjectNode form = file(service("elder-allowance"), "form.json");
        int fields = form.at("/sections/0/fields").size();
        assertEquals("sections[0].fields[" + fields + "]", JsonEdit.operate(form, "add:sections[0].fields"));
        assertEquals(fields + 1, form.at("/sections/0/fields").size());
        String second = form.at("/sections/0/fields/1/key").asText();
        assertEquals("sections[0].fields[0]", JsonEdit.operate(form, "up:sections[0].fields[1]"));
        assertEquals(second, form.at("/sections/0/fields/0/key").asText());
        JsonEdit.operate(form, "del:sections[0].fields[0]");
        assertFalse(form.toString().contains("\"" + second + "\""));
        assertEquals("", JsonEdit.operate(form, "del:sections[0].fields[99]"));
        assertEquals("", JsonEdit.operate(form, "add:format"), "only lists grow");
    }

    @Test
    void aProblemStandsAtItsPlaceByPositionOrByKey() {
        ObjectNode item = file(service("elder-allowance"), "item.json");
        List<Node> nodes = Node.of(specs.elements(), item, "", "");
        assertEquals("e-limits-1-value", taken(nodes, "limits[PROMISE].value"));
        assertEquals("e-limits-1-value", taken(nodes, "limits[1].value"));
        assertEquals("e-steps-0-", taken(nodes, "steps[review]"));
        assertEquals("e-limits", taken(nodes, "limits"));
        assertTrue(nodes.get(2).isWrong(), "so that its row is shown open");
    }

    private static String taken(List<Node> nodes, String place) {
        for (Node node : nodes) {
            Node at = node.take(place, "要改");
            if (at != null) {
                return at.getId();
            }
        }
        return "";
    }
}
