package org.yiwang.workflow.process.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Process models for tests, in as few words as possible. */
final class Bpmn {

    static final String TWO_STEPS =
            """
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
            <userTask id="review" name="审查"/>
            <sequenceFlow id="f2" sourceRef="review" targetRef="choice"/>
            <exclusiveGateway id="choice" default="f4"/>
            <sequenceFlow id="f3" sourceRef="choice" targetRef="check">
              <conditionExpression xsi:type="tFormalExpression">${outcome == 'SITE_CHECK'}</conditionExpression>
            </sequenceFlow>
            <userTask id="check"/>
            <sequenceFlow id="f5" sourceRef="check" targetRef="decide"/>
            <sequenceFlow id="f4" sourceRef="choice" targetRef="decide"/>
            <userTask id="decide"/>
            <sequenceFlow id="f6" sourceRef="decide" targetRef="end"/>
            <endEvent id="end"/>
            """;

    static final String FORK = resource("/processes/fork.xml");

    private Bpmn() {}

    private static String resource(String name) {
        try (InputStream in = Bpmn.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] process(String content) {
        return document("<process id=\"p\" isExecutable=\"true\">" + content + "</process>");
    }

    static byte[] document(String content) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"" + BpmnXml.MODEL
                        + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xmlns:flowable=\"http://flowable.org/bpmn\" targetNamespace=\"yiwang\">" + content
                        + "</definitions>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
