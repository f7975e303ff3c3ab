package org.yiwang.workflow.process.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.forms.platform.Problem;

class ProcessLinterTest {

    private static final List<String> STEPS = List.of("review", "check", "decide");

    @Test
    void takesAProcessThatOnlySaysWhoIsNext() {
        assertEquals(List.of(), lint(Bpmn.process(Bpmn.TWO_STEPS)));
        assertEquals(
                List.of(),
                ProcessLinter.lint("p", Bpmn.process(Bpmn.FORK), List.of("first", "left", "right", "decide")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id=\"x\" flowable:class=\"java.lang.Runtime\"/>",
                "<serviceTask id=\"x\" flowable:expression=\"${1}\"/>",
                "<scriptTask id=\"x\" scriptFormat=\"javascript\"><script>1</script></scriptTask>",
                "<businessRuleTask id=\"x\"/>",
                "<sendTask id=\"x\"/>",
                "<manualTask id=\"x\"/>",
                "<callActivity id=\"x\" calledElement=\"y\"/>",
                "<boundaryEvent id=\"x\" attachedToRef=\"review\"><timerEventDefinition/></boundaryEvent>",
                "<intermediateCatchEvent id=\"x\"><timerEventDefinition/></intermediateCatchEvent>",
                "<inclusiveGateway id=\"x\"/>",
                "<eventBasedGateway id=\"x\"/>",
                "<transaction id=\"x\"/>",
                "<adHocSubProcess id=\"x\"/>",
                "<extensionElements><flowable:executionListener class=\"x\"/></extensionElements>",
                "<dataObject id=\"x\"/>",
                "<userTask id=\"x\"><extensionElements/></userTask>",
                "<userTask id=\"x\"><humanPerformer/></userTask>",
                "<startEvent id=\"x\"><timerEventDefinition/></startEvent>",
                "<endEvent id=\"x\"><terminateEventDefinition/></endEvent>"
            })
    void refusesAnythingThatCouldRunWaitOrListen(String element) {
        assertTrue(codes(Bpmn.process(Bpmn.TWO_STEPS + element)).contains("ELEMENT_REFUSED"), element);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flowable:async=\"true\"",
                "flowable:assignee=\"${bean.call()}\"",
                "flowable:formKey=\"x\"",
                "flowable:skipExpression=\"${true}\"",
                "isForCompensation=\"true\"",
                "startQuantity=\"2\"",
                "default=\"f2\"",
                "xsi:type=\"tScriptTask\""
            })
    void refusesEveryAttributeOfATaskButIdAndName(String attribute) {
        String process = Bpmn.TWO_STEPS.replace("<userTask id=\"review\"", "<userTask id=\"review\" " + attribute);

        assertEquals(Set.of("ATTRIBUTE_REFUSED"), codes(Bpmn.process(process)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${outcome == 'site_check'}",
                "${outcome == \"X\"}",
                "${outcome == 'X' || true}",
                "${outcome != 'X'}",
                "#{outcome == 'X'}",
                "${outcome=='X'}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${outcome == 'X'}${1}",
                ""
            })
    void refusesAConditionThatIsNotPlainlyAnOutcome(String condition) {
        String process = Bpmn.TWO_STEPS.replace("${outcome == 'SITE_CHECK'}", condition);

        assertEquals(Set.of("CONDITION_REFUSED"), codes(Bpmn.process(process)));
    }

    @Test
    void refusesADoctypeAndWithItEveryEntity() {
        String attack = "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String text = new String(Bpmn.process(Bpmn.TWO_STEPS), StandardCharsets.UTF_8)
                .replace("<definitions", attack + "<definitions");

        assertEquals(Set.of("PROCESS_UNREADABLE"), codes(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Set.of("PROCESS_UNREADABLE"), codes("not xml".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] padded = Bpmn.process(Bpmn.TWO_STEPS + " ".repeat(600_000));

        assertEquals(Set.of("PROCESS_TOO_LARGE"), codes(padded));
    }

    @Test
    void refusesTwoProcessesInOneFileAndOneThatCannotRun() {
        assertTrue(codes(Bpmn.document("<process id=\"a\" isExecutable=\"true\"/><process id=\"b\"/>"))
                .containsAll(Set.of("PROCESS_COUNT", "PROCESS_NOT_EXECUTABLE")));
    }

    @Test
    void everyStepOfTheItemIsDrawnAndNoOther() {
        byte[] process = Bpmn.process(Bpmn.TWO_STEPS);

        assertEquals(
                Set.of("STEP_MISSING"),
                codes(ProcessLinter.lint("p", process, List.of("review", "check", "decide", "sign"))));
        assertEquals(Set.of("STEP_UNKNOWN"), codes(ProcessLinter.lint("p", process, List.of("review", "decide"))));
    }

    @Test
    void refusesAStepThatIsDrawnTwice() {
        String twice = Bpmn.TWO_STEPS + "<userTask id=\"review\"/>";

        assertEquals(Set.of("ID_TWICE"), codes(Bpmn.process(twice)));
    }

    @Test
    void everyPathReachesAnEnd() {
        String circle = Bpmn.TWO_STEPS.replace(
                "sourceRef=\"decide\" targetRef=\"end\"", "sourceRef=\"decide\" targetRef=\"review\"");

        assertTrue(codes(Bpmn.process(circle)).contains("NODE_WITHOUT_END"));
    }

    @Test
    void refusesWhatNothingLeadsTo() {
        String island = Bpmn.TWO_STEPS
                + "<userTask id=\"a\"/><sequenceFlow id=\"i1\" sourceRef=\"a\" targetRef=\"b\"/>"
                + "<userTask id=\"b\"/><sequenceFlow id=\"i2\" sourceRef=\"b\" targetRef=\"a\"/>";

        assertTrue(codes(Bpmn.process(island)).contains("NODE_UNREACHABLE"));
    }

    @Test
    void aChoiceNamesAConditionForEveryWayButTheDefault() {
        assertTrue(codes(Bpmn.process(Bpmn.TWO_STEPS.replace(" default=\"f4\"", "")))
                .contains("CONDITION_MISSING"));
        assertTrue(codes(Bpmn.process(Bpmn.TWO_STEPS.replace(" default=\"f4\"", " default=\"f1\"")))
                .contains("DEFAULT_UNKNOWN"));
    }

    @Test
    void refusesAConditionBeforeAnybodyHasActed() {
        String early = Bpmn.TWO_STEPS.replace(
                "sourceRef=\"start\" targetRef=\"review\"", "sourceRef=\"start\" targetRef=\"choice\"");

        assertTrue(codes(Bpmn.process(early)).contains("CONDITION_TOO_EARLY"));
    }

    @Test
    void refusesAJoinThatWaitsForWaysThatExcludeEachOther() {
        String stuck = Bpmn.TWO_STEPS
                        .replace("sourceRef=\"check\" targetRef=\"decide\"", "sourceRef=\"check\" targetRef=\"join\"")
                        .replace(
                                "id=\"f4\" sourceRef=\"choice\" targetRef=\"decide\"",
                                "id=\"f4\" sourceRef=\"choice\" targetRef=\"join\"")
                + "<parallelGateway id=\"join\"/><sequenceFlow id=\"f7\" sourceRef=\"join\" targetRef=\"decide\"/>";

        assertEquals(Set.of("PROCESS_STUCK"), codes(Bpmn.process(stuck)));
    }

    @Test
    void refusesWaysThatPartAndNeverJoin() {
        String runaway = Bpmn.FORK.replace("<parallelGateway id=\"join\"/>", "<exclusiveGateway id=\"join\"/>");

        assertEquals(
                Set.of("STEP_TWICE_OPEN"),
                codes(ProcessLinter.lint("p", Bpmn.process(runaway), List.of("first", "left", "right", "decide"))));
    }

    @Test
    void refusesALoopOverMoreThanAHandful() {
        String many = Bpmn.TWO_STEPS.replace(
                "<userTask id=\"check\"/>",
                "<userTask id=\"check\"><multiInstanceLoopCharacteristics><loopCardinality>${n}</loopCardinality>"
                        + "</multiInstanceLoopCharacteristics></userTask>");

        assertEquals(Set.of("CARDINALITY_REFUSED"), codes(Bpmn.process(many)));
        assertEquals(List.of(), lint(Bpmn.process(many.replace("${n}", "2"))));
    }

    @Test
    void namesFileAndElement() {
        List<Problem> problems = lint(Bpmn.process(Bpmn.TWO_STEPS + "<scriptTask id=\"evil\"/>"));

        assertEquals("process.bpmn20.xml#evil", problems.get(0).path());
    }

    private static List<Problem> lint(byte[] xml) {
        return ProcessLinter.lint("process.bpmn20.xml", xml, STEPS);
    }

    private static Set<String> codes(byte[] xml) {
        return codes(lint(xml));
    }

    private static Set<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).collect(Collectors.toSet());
    }
}
