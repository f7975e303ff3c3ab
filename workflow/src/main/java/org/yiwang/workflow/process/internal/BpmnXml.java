package org.yiwang.workflow.process.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** BPMN 文件: reads one without following it anywhere: no DOCTYPE, no entities, nothing from outside. */
final class BpmnXml {

    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** The elements a token can be at. */
    static final Set<String> NODES = Set.of(
            "startEvent", "endEvent", "userTask", "receiveTask", "exclusiveGateway", "parallelGateway", "subProcess");

    private BpmnXml() {}

    /** The root element; throws {@link IllegalArgumentException} with the parser's reason. */
    static Element parse(byte[] xml) {
        try {
            return builder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXParseException refused) {
            throw new IllegalArgumentException("line " + refused.getLineNumber() + ": " + refused.getMessage());
        } catch (SAXException | IOException refused) {
            throw new IllegalArgumentException(refused.getMessage());
        }
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** The parser's own would print to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
