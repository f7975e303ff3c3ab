package org.yiwang.forms.catalogue.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.VersionChange;
import org.yiwang.forms.catalogue.VersionChange.Kind;

/** 流程差异: in what two process models differ: places and the ways between them. How they are drawn is said in one sentence. */
public final class ProcessChanges {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "receiveTask",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "subProcess",
            "callActivity",
            "scriptTask",
            "serviceTask");

    private ProcessChanges() {}

    public static List<VersionChange> between(String file, byte[] before, byte[] after) {
        List<VersionChange> changes = new ArrayList<>();
        try {
            Map<String, LocalText> were = parts(before);
            Map<String, LocalText> are = parts(after);
            are.forEach((key, text) -> {
                if (!were.containsKey(key)) {
                    changes.add(change(Kind.ADDED, file, key, ChangeWords.of(Kind.ADDED, text)));
                } else if (!were.get(key).equals(text)) {
                    changes.add(change(
                            Kind.CHANGED,
                            file,
                            key,
                            new LocalText(
                                    were.get(key).zh() + " → " + text.zh(),
                                    ChangeWords.capital(were.get(key).en()) + " → " + text.en())));
                }
            });
            were.keySet().stream()
                    .filter(key -> !are.containsKey(key))
                    .forEach(key ->
                            changes.add(change(Kind.REMOVED, file, key, ChangeWords.of(Kind.REMOVED, were.get(key)))));
        } catch (IOException | SAXException unreadable) {
            return List.of(change(
                    Kind.CHANGED,
                    file,
                    "",
                    new LocalText("流程文件有改动，读不出内容", "The process file changed and cannot be read")));
        }
        if (changes.isEmpty()) {
            changes.add(change(
                    Kind.CHANGED,
                    file,
                    "",
                    new LocalText("流程图只改了画法，环节和走向不变", "The process is only drawn in another way")));
        }
        return changes;
    }

    private static VersionChange change(Kind kind, String file, String path, LocalText text) {
        return new VersionChange(kind, VersionChange.Element.PROCESS, file, path, text);
    }

    /** Nodes by id and flows by their ends, each as a reader knows it. */
    private static Map<String, LocalText> parts(byte[] model) throws IOException, SAXException {
        NodeList all = parse(model).getElementsByTagNameNS(BPMN, "*");
        Map<String, LocalText> nodes = new LinkedHashMap<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element one = (Element) all.item(i);
            if (NODES.contains(one.getLocalName())) {
                nodes.put(one.getAttribute("id"), node(one));
            }
        }
        Map<String, LocalText> parts = new LinkedHashMap<>(nodes);
        NodeList flows =
                all.getLength() == 0 ? all : ((Element) all.item(0)).getElementsByTagNameNS(BPMN, "sequenceFlow");
        for (int i = 0; i < flows.getLength(); i++) {
            Element flow = (Element) flows.item(i);
            String from = flow.getAttribute("sourceRef");
            String to = flow.getAttribute("targetRef");
            parts.put(from + " → " + to, flow(flow, name(nodes, from), name(nodes, to)));
        }
        return parts;
    }

    private static LocalText node(Element node) {
        LocalText kind = ChangeWords.name("bpmn." + node.getLocalName()).orElse(LocalText.of(node.getLocalName()));
        String name = node.getAttribute("name").isBlank() ? node.getAttribute("id") : node.getAttribute("name");
        return new LocalText(kind.zh() + "“" + name + "”", ChangeWords.english(kind) + " “" + name + "”");
    }

    private static LocalText flow(Element flow, LocalText from, LocalText to) {
        String condition = flow.getTextContent().strip().replaceAll("^\\$\\{outcome == '(.*)'}$", "$1");
        return new LocalText(
                "走向 " + from.zh() + " → " + to.zh() + (condition.isEmpty() ? "" : "（结果为 " + condition + "）"),
                "way " + from.en() + " → " + to.en() + (condition.isEmpty() ? "" : " (if " + condition + ")"));
    }

    private static LocalText name(Map<String, LocalText> nodes, String id) {
        return nodes.getOrDefault(id, LocalText.of(id));
    }

    private static Element parse(byte[] model) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(model)).getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
