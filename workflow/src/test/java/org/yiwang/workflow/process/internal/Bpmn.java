package org.yiwang.workflow.process.internal;

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

    static final String FORK =
            """
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="first"/>
            <userTask id="first"/>
            <sequenceFlow id="f2" sourceRef="first" targetRef="fork"/>
            <parallelGateway id="fork"/>
            <sequenceFlow id="f3" sourceRef="fork" targetRef="left"/>
            <sequenceFlow id="f4" sourceRef="fork" targetRef="right"/>
            <userTask id="left"/>
            <userTask id="right"/>
            <sequenceFlow id="f5" sourceRef="left" targetRef="join"/>
            <sequenceFlow id="f6" sourceRef="right" targetRef="join"/>
            <parallelGateway id="join"/>
            <sequenceFlow id="f7" sourceRef="join" targetRef="decide"/>
            <userTask id="decide"/>
            <sequenceFlow id="f8" sourceRef="decide" targetRef="wait"/>
            <receiveTask id="wait"/>
            <sequenceFlow id="f9" sourceRef="wait" targetRef="end"/>
            <endEvent id="end"/>
            """;

    private Bpmn() {}

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
