package org.yiwang.workflow.process.internal;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** BPMN 用词: which elements and attributes a process may be written with. Everything else is refused, known or not. */
final class BpmnVocabulary {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** The drawing; it says nothing to the engine. */
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    private static final Set<String> SCOPE_CONTENT = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "receiveTask",
            "exclusiveGateway",
            "parallelGateway",
            "subProcess",
            "sequenceFlow",
            "documentation");
    private static final Set<String> NODE_CONTENT = Set.of("incoming", "outgoing", "documentation");

    private static final Map<String, Set<String>> CONTENT = Map.ofEntries(
            entry("definitions", Set.of("process")),
            entry("process", SCOPE_CONTENT),
            entry("subProcess", plus(SCOPE_CONTENT, "incoming", "outgoing")),
            entry("startEvent", NODE_CONTENT),
            entry("endEvent", NODE_CONTENT),
            entry("userTask", plus(NODE_CONTENT, "multiInstanceLoopCharacteristics")),
            entry("receiveTask", NODE_CONTENT),
            entry("exclusiveGateway", NODE_CONTENT),
            entry("parallelGateway", NODE_CONTENT),
            entry("sequenceFlow", Set.of("conditionExpression", "documentation")),
            entry("multiInstanceLoopCharacteristics", Set.of("loopCardinality")),
            entry("loopCardinality", Set.of()),
            entry("conditionExpression", Set.of()),
            entry("incoming", Set.of()),
            entry("outgoing", Set.of()),
            entry("documentation", Set.of()));

    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            entry("definitions", Set.of("id", "name", "targetNamespace", "expressionLanguage", "typeLanguage")),
            entry("process", Set.of("id", "name", "isExecutable")),
            entry("exclusiveGateway", Set.of("id", "name", "default", "gatewayDirection")),
            entry("parallelGateway", Set.of("id", "name", "gatewayDirection")),
            entry("sequenceFlow", Set.of("id", "name", "sourceRef", "targetRef")),
            entry("multiInstanceLoopCharacteristics", Set.of("id", "isSequential")),
            entry("conditionExpression", Set.of("id")),
            entry("loopCardinality", Set.of("id")));
    private static final Set<String> NODE_ATTRIBUTES = Set.of("id", "name");

    private static final Pattern CONDITION = Pattern.compile("\\$\\{outcome == '[A-Z][A-Z0-9_]*'}");
    private static final Pattern CARDINALITY = Pattern.compile("[2-9]");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    private final Complaint complaint;
    private final Set<String> ids = new HashSet<>();

    BpmnVocabulary(Complaint complaint) {
        this.complaint = complaint;
    }

    private static Set<String> plus(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    void check(Element root) {
        if (!"definitions".equals(root.getLocalName()) || !BpmnXml.MODEL.equals(root.getNamespaceURI())) {
            complaint.about("", "PROCESS_NOT_BPMN", "流程文件的根元素应为 BPMN 2.0 的 definitions。");
            return;
        }
        element(root);
        long processes = BpmnXml.children(root, "process").size();
        if (processes != 1) {
            complaint.about("", "PROCESS_COUNT", "流程文件应恰好含一个 process，现有 " + processes + " 个。");
        }
        for (Element process : BpmnXml.children(root, "process")) {
            if (!"true".equals(process.getAttribute("isExecutable"))) {
                complaint.about(id(process), "PROCESS_NOT_EXECUTABLE", "process 应标明 isExecutable=\"true\"。");
            }
        }
    }

    private void element(Element element) {
        attributes(element);
        text(element);
        Set<String> allowed = CONTENT.get(element.getLocalName());
        for (Element child : BpmnXml.children(element)) {
            if (drawing(element, child)) {
                continue;
            }
            if (BpmnXml.MODEL.equals(child.getNamespaceURI()) && allowed.contains(child.getLocalName())) {
                element(child);
            } else {
                complaint.about(
                        id(child).isEmpty() ? id(element) : id(child),
                        "ELEMENT_REFUSED",
                        "流程中不允许使用元素 <" + child.getNodeName() + ">（在 <" + element.getNodeName()
                                + "> 内）；只能用开始/结束事件、人工任务、接收任务、排他/并行网关、子流程和连线。");
            }
        }
    }

    private static boolean drawing(Element parent, Element child) {
        return "definitions".equals(parent.getLocalName()) && DRAWING.contains(child.getNamespaceURI());
    }

    private void attributes(Element element) {
        String name = element.getLocalName();
        Set<String> allowed = ATTRIBUTES.getOrDefault(name, NODE_ATTRIBUTES);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!harmless(element, attribute)
                    && (attribute.getNamespaceURI() != null || !allowed.contains(attribute.getName()))) {
                complaint.about(
                        id(element),
                        "ATTRIBUTE_REFUSED",
                        "流程中不允许在 <" + element.getNodeName() + "> 上使用属性 " + attribute.getName() + "。");
            }
        }
        String id = id(element);
        if (BpmnXml.NODES.contains(name) || name.equals("sequenceFlow") || name.equals("process")) {
            identified(element, id);
        }
    }

    private void identified(Element element, String id) {
        if (!ID.matcher(id).matches()) {
            complaint.about(id, "ID_MALFORMED", "<" + element.getNodeName() + "> 缺少 id，或 id 不是字母开头的字母、数字、_ . - 组合。");
        } else if (!ids.add(id)) {
            complaint.about(id, "ID_TWICE", "id“" + id + "”在流程中出现了不止一次。");
        }
    }

    private static boolean harmless(Element element, Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace)) {
            return true;
        }
        if (XSI.equals(namespace)) {
            return attribute.getLocalName().equals("type")
                            && element.getLocalName().equals("conditionExpression")
                    || attribute.getLocalName().equals("schemaLocation")
                            && element.getLocalName().equals("definitions");
        }
        // What drawing programs write about themselves.
        return element.getLocalName().equals("definitions")
                && Set.of("exporter", "exporterVersion").contains(attribute.getName());
    }

    private void text(Element element) {
        String text = element.getTextContent().strip();
        switch (element.getLocalName()) {
            case "conditionExpression" -> {
                if (!CONDITION.matcher(text).matches()) {
                    complaint.about(
                            id((Element) element.getParentNode()),
                            "CONDITION_REFUSED",
                            "连线条件只能写成 ${outcome == 'X'}，X 为大写字母、数字和下划线；现为：" + shortened(text));
                }
            }
            case "loopCardinality" -> {
                if (!CARDINALITY.matcher(text).matches()) {
                    complaint.about(
                            id((Element) element.getParentNode().getParentNode()),
                            "CARDINALITY_REFUSED",
                            "多人办理的份数只能是 2 至 9 的数字；现为：" + shortened(text));
                }
            }
            case "multiInstanceLoopCharacteristics" -> {
                if (BpmnXml.children(element, "loopCardinality").size() != 1) {
                    complaint.about(
                            id((Element) element.getParentNode()),
                            "CARDINALITY_REFUSED",
                            "多人办理应写明一个 loopCardinality（2 至 9）。");
                }
            }
            default -> {
                // Texts of other elements mean nothing to the engine.
            }
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }
}
