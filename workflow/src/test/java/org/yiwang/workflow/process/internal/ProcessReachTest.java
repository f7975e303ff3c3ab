package org.yiwang.workflow.process.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 会走到的环节: a statutory co-approval is dispensed with by routing alone, never by somebody's word. */
class ProcessReachTest {

    private static final String AROUND_A_JOIN =
            """
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
            <userTask id="review"/>
            <sequenceFlow id="f2" sourceRef="review" targetRef="fork"/>
            <parallelGateway id="fork"/>
            <sequenceFlow id="f3" sourceRef="fork" targetRef="one"/>
            <sequenceFlow id="f4" sourceRef="fork" targetRef="two"/>
            <userTask id="one"/><userTask id="two"/>
            <sequenceFlow id="f5" sourceRef="one" targetRef="join"/>
            <sequenceFlow id="f6" sourceRef="two" targetRef="join"/>
            <parallelGateway id="join"/>
            <sequenceFlow id="f7" sourceRef="join" targetRef="choice"/>
            <exclusiveGateway id="choice" default="f9"/>
            <sequenceFlow id="f8" sourceRef="choice" targetRef="joint">
              <conditionExpression>${outcome == 'JOINT'}</conditionExpression>
            </sequenceFlow>
            <subProcess id="joint">
              <startEvent id="in"/><sequenceFlow id="g1" sourceRef="in" targetRef="inner"/>
              <userTask id="inner"/><sequenceFlow id="g2" sourceRef="inner" targetRef="out"/><endEvent id="out"/>
            </subProcess>
            <sequenceFlow id="f10" sourceRef="joint" targetRef="decide"/>
            <sequenceFlow id="f9" sourceRef="choice" targetRef="decide"/>
            <userTask id="decide"/>
            <sequenceFlow id="f11" sourceRef="decide" targetRef="after"/>
            <userTask id="after"/>
            <sequenceFlow id="f12" sourceRef="after" targetRef="end"/>
            <endEvent id="end"/>
            """;

    private static Set<String> before(String process, Map<String, String> routed) {
        ProcessModel model = ProcessModel.read(Bpmn.process(process));
        return new ProcessReach(model, step -> Optional.ofNullable(routed.get(step))).before("decide");
    }

    @Test
    void aStepThatRoutingLeadsToIsComeBy() {
        assertEquals(Set.of("review", "check", "decide"), before(Bpmn.TWO_STEPS, Map.of("review", "SITE_CHECK")));
    }

    @Test
    void aStepThatRoutingLeadsAroundIsNot() {
        assertEquals(Set.of("review", "decide"), before(Bpmn.TWO_STEPS, Map.of("review", "SKIP")));
    }

    @Test
    void wordOfAnOfficerDispensesWithNothing() {
        assertEquals(Set.of("review", "check", "decide"), before(Bpmn.TWO_STEPS, Map.of()));
    }

    @Test
    void behindAJoinItTakesTheRoutingOfAllWhoMayHaveSpokenLast() {
        Set<String> common = Set.of("review", "one", "two", "decide");
        assertEquals(common, before(AROUND_A_JOIN, Map.of("one", "SKIP", "two", "SKIP")));
        Set<String> whole = Set.of("review", "one", "two", "inner", "decide");
        assertEquals(whole, before(AROUND_A_JOIN, Map.of("one", "SKIP")), "the other branch has only a word");
        assertEquals(whole, before(AROUND_A_JOIN, Map.of("one", "SKIP", "two", "JOINT")), "into the subprocess");
    }

    @Test
    void whatLiesBehindTheDecisionIsNotWaitedFor() {
        assertEquals(false, before(AROUND_A_JOIN, Map.of()).contains("after"));
    }
}
