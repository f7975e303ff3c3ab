package org.yiwang.workflow.process.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.web.boot.Migrations;
import org.yiwang.workflow.process.ProcessState;
import org.yiwang.workflow.process.ProcessState.OpenStep;
import org.yiwang.workflow.process.WayBack;

/** Walks processes step by step on the real engine, in a database of its own. */
@OnServer
class CaseProcessIT {

    private static Engine engine;
    private static String definition;

    private final FlowableCaseProcess process = new FlowableCaseProcess();
    private ProcessState now;

    @BeforeEach
    void start(Db db) {
        if (engine == null) {
            engine = engineOn(db);
            definition = deploy();
        }
        process.engine = engine;
        process.models = new ProcessModels();
        process.models.engine = engine;
        now = process.start(definition, "999900202611210000011");
    }

    private static Engine engineOn(Db db) {
        db.change("DROP DATABASE IF EXISTS case_process");
        db.change("CREATE DATABASE case_process");
        DataSource source = db.source("case_process");
        Migrations.flyway(source).migrate();
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setDataSource(source);
        Engine fresh = new Engine();
        fresh.start(settings);
        return fresh;
    }

    /** The model that the tests of the module look through too. */
    private static String fork() {
        try {
            return Files.readString(YiwangServer.root().resolve("workflow/src/test/resources/processes/fork.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String deploy() {
        byte[] xml = ("<definitions xmlns=\"" + BpmnXml.MODEL + "\" targetNamespace=\"yiwang\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<process id=\"two-ways\" isExecutable=\"true\">" + fork() + "</process></definitions>")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), ProcessLinter.lint("fork", xml, List.of("first", "left", "right", "decide")), "sound");
        RepositoryService repository = engine.get().getRepositoryService();
        String deployment = repository
                .createDeployment()
                .addBytes("fork.bpmn20.xml", xml)
                .deploy()
                .getId();
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
    }

    @AfterAll
    static void stop() {
        engine.stop();
        engine = null;
    }

    private void advance(String step, String outcome) {
        now = process.advance(now.processId(), task(step), outcome);
    }

    private String task(String step) {
        return now.open().stream()
                .filter(open -> open.stepKey().equals(step))
                .map(OpenStep::taskId)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> open() {
        return now.open().stream().map(OpenStep::stepKey).collect(Collectors.toSet());
    }

    @Test
    void walksFromStartToEnd() {
        assertEquals(Set.of("first"), open());
        advance("first", "AGREE");
        assertEquals(Set.of("left", "right"), open());
        advance("left", "AGREE");
        assertEquals(Set.of("right"), open());
        advance("right", "DISAGREE");
        assertEquals(Set.of("decide"), open());
        advance("decide", "GRANT");
        assertEquals(Set.of("wait"), open());
        assertTrue(now.open().get(0).receive());
        assertFalse(now.ended());
        now = process.signal(now.processId(), "wait");
        assertTrue(now.ended());
    }

    @Test
    void takesTheWayThatTheOutcomeNames() {
        advance("first", "AGREE");
        advance("left", "AGREE");
        advance("right", "AGREE");
        advance("decide", "AGAIN");

        assertEquals(Set.of("first"), open());
    }

    @Test
    void refusesAStepThatIsNotOpenAnyMore() {
        String first = task("first");
        advance("first", "AGREE");

        Refusal refusal = assertThrows(Refusal.class, () -> process.advance(now.processId(), first, "AGREE"));
        assertEquals("STEP_NOT_OPEN", refusal.code());
        assertThrows(Refusal.class, () -> process.advance("another process", task("left"), "AGREE"));
        assertThrows(Refusal.class, () -> process.signal(now.processId(), "wait"));
        assertThrows(Refusal.class, () -> process.signal(now.processId(), "left"), "only receive tasks");
    }

    @Test
    void sendsBackFromOneOfTwoWaysToBeforeTheyParted() {
        advance("first", "AGREE");
        advance("left", "AGREE");
        now = process.returnTo(now.processId(), task("right"), "first");

        assertEquals(Set.of("first"), open());
        advance("first", "AGREE");
        assertEquals(Set.of("left", "right"), open(), "both are asked again");
        advance("right", "AGREE");
        advance("left", "AGREE");
        assertEquals(Set.of("decide"), open());
    }

    @Test
    void sendsBackFromAfterTheJoin() {
        advance("first", "AGREE");
        advance("left", "AGREE");
        advance("right", "AGREE");
        now = process.returnTo(now.processId(), task("decide"), "first");

        assertEquals(Set.of("first"), open());
    }

    @Test
    void sendsBackFromAfterTheJoinIntoOneBranchAndTheJoinStaysRight() {
        advance("first", "AGREE");
        advance("left", "AGREE");
        advance("right", "AGREE");
        assertEquals(
                new WayBack(true, Set.of("left", "decide"), Set.of("right")),
                process.wayBack(definition, "decide", "left"));
        now = process.returnTo(now.processId(), task("decide"), "left");

        assertEquals(Set.of("left", "right"), open(), "at the fork again: the caller lets the right branch pass");
        advance("right", "AGREE");
        assertEquals(Set.of("left"), open(), "the join waits for the left one");
        advance("left", "AGREE");
        assertEquals(Set.of("decide"), open(), "and lets one token through");
        advance("decide", "GRANT");
        assertEquals(Set.of("wait"), open());
    }

    @Test
    void looksAtTheDrawingForWhatLiesBeforeAndBeside() {
        assertEquals(
                new WayBack(true, Set.of("first", "right"), Set.of("left")),
                process.wayBack(definition, "right", "first"));
        assertEquals(WayBack.NONE, process.wayBack(definition, "right", "left"), "beside is not before");
        assertEquals(WayBack.NONE, process.wayBack(definition, "right", "right"));
        assertEquals(WayBack.NONE, process.wayBack(definition, "right", "fork"));
        advance("first", "AGREE");
        Refusal refusal = assertThrows(Refusal.class, () -> process.returnTo(now.processId(), task("right"), "left"));
        assertEquals("NOT_EARLIER", refusal.code());
        assertEquals(Set.of("left", "right"), open());
    }

    @Test
    void refusesToSendBackToAStepThatDoesNotExist() {
        Refusal refusal = assertThrows(Refusal.class, () -> process.returnTo(now.processId(), task("first"), "fork"));
        assertEquals("STEP_UNKNOWN", refusal.code());
    }

    @Test
    void leavesNothingBehindWhenItIsDeleted() {
        advance("first", "AGREE");
        process.delete(now.processId(), "withdrawn");
        process.delete(now.processId(), "withdrawn twice");

        assertEquals(
                0,
                engine.get()
                        .getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceId(now.processId())
                        .count());
        assertThrows(Refusal.class, () -> process.advance(now.processId(), task("left"), "AGREE"));
    }
}
