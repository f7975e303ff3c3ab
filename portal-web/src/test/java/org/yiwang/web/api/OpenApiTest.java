package org.yiwang.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.bank.WhoUses;
import org.yiwang.forms.catalogue.figures.Figure;
import org.yiwang.forms.catalogue.figures.FigureLine;
import org.yiwang.forms.catalogue.office.ItemDraft;
import org.yiwang.forms.catalogue.office.ItemEvent;
import org.yiwang.forms.catalogue.office.ItemVersionLine;
import org.yiwang.forms.catalogue.office.Proof;
import org.yiwang.forms.catalogue.office.ReadItems;
import org.yiwang.forms.material.StoredUpload;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.absence.KeepAbsence;
import org.yiwang.workflow.avoidance.KeepTies;
import org.yiwang.workflow.batch.BatchView;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.HandOutErrand;
import org.yiwang.workflow.bundle.PublicErrand;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.PublicProgress;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.clock.ClockView;
import org.yiwang.workflow.figures.CaseFigures;
import org.yiwang.workflow.handling.KeepPhrases;
import org.yiwang.workflow.handling.ReadCopies;
import org.yiwang.workflow.interest.ReadInterests;
import org.yiwang.workflow.licence.LicenceView;
import org.yiwang.workflow.simulation.ReplayReport;
import org.yiwang.workflow.simulation.ScenarioResult;
import org.yiwang.workflow.simulation.Script;
import org.yiwang.workflow.simulation.SimulatedErrand;
import org.yiwang.workflow.simulation.SimulatedRun;
import org.yiwang.workflow.simulation.WalkReport;
import org.yiwang.workflow.staff.RightsOrder;
import org.yiwang.workflow.staff.StaffEvent;
import org.yiwang.workflow.staff.StaffMember;

/** The description is written by hand, so it is held against the resources. */
class OpenApiTest {

    private final JsonNode document = read();

    @Test
    void describesEveryOperationAndNoOther() throws Exception {
        TreeSet<String> described = new TreeSet<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertEquals(String.join("\n", operations().keySet()), String.join("\n", described));
    }

    @Test
    void asksForAKeyExactlyWhereTheCallFilterDoes() throws Exception {
        operations().forEach((name, method) -> {
            boolean open = open(method);
            boolean needsKey = method.isAnnotationPresent(POST.class) && !open;
            JsonNode described = described(name);
            assertEquals(needsKey, described.toString().contains("parameters/IdempotencyKey"), name);
            assertEquals(open, described.path("security").isArray(), name + " needs a token or not");
        });
    }

    /** The answers that have a schema of their own. */
    private static final Map<Class<?>, String> REPLIES = Map.ofEntries(
            Map.entry(CaseView.class, "Case"),
            Map.entry(BundleView.class, "Bundle"),
            Map.entry(BundleResource.Offer.class, "BundleOffer"),
            Map.entry(ClockView.class, "Clock"),
            Map.entry(HandOutErrand.Counter.class, "ErrandHandout"),
            Map.entry(LicenceView.class, "Licence"),
            Map.entry(ReadInterests.Matter.class, "InterestMatter"),
            Map.entry(ReadCase.Line.class, "CaseLine"),
            Map.entry(WorkItemResource.WorkItemReply.class, "WorkItem"),
            Map.entry(PublicProgress.Progress.class, "Progress"),
            Map.entry(PublicErrand.Progress.class, "ErrandProgress"),
            Map.entry(VerificationResource.VerificationReply.class, "Verification"),
            Map.entry(DraftReply.class, "Draft"),
            Map.entry(ItemReply.class, "Item"),
            Map.entry(ItemReply.Requirement.class, "Requirement"),
            Map.entry(SituationReply.class, "Situation"),
            Map.entry(org.yiwang.forms.filling.Vault.class, "Vault"),
            Map.entry(ItemResource.SummaryReply.class, "ItemSummary"),
            Map.entry(MandateResource.MandateReply.class, "Mandate"),
            Map.entry(TokenResource.ActorReply.class, "Actor"),
            Map.entry(StoredUpload.class, "File"),
            Map.entry(Problem.class, "Problem"),
            Map.entry(ReadCopies.Line.class, "Copy"),
            Map.entry(ReadCopies.Receipt.class, "CopyReceipt"),
            Map.entry(KeepTies.Line.class, "Tie"),
            Map.entry(KeepAbsence.Line.class, "Absence"),
            Map.entry(KeepPhrases.Phrase.class, "Phrase"),
            Map.entry(SearchWordResource.WordReply.class, "SearchWord"),
            Map.entry(SearchWordResource.UnfoundReply.class, "UnfoundWords"),
            Map.entry(BatchView.class, "Batch"),
            Map.entry(BatchView.Line.class, "BatchLine"),
            Map.entry(PackageResource.PublishedReply.class, "Published"),
            Map.entry(ScenarioResult.class, "ScenarioResult"),
            Map.entry(Script.class, "Script"),
            Map.entry(SimulatedRun.class, "SimulatedRun"),
            Map.entry(SimulatedErrand.class, "SimulatedErrand"),
            Map.entry(SimulationResource.Walk.class, "Walk"),
            Map.entry(StaffMember.class, "StaffMember"),
            Map.entry(RightsOrder.class, "RightsOrder"),
            Map.entry(StaffEvent.class, "StaffEvent"),
            Map.entry(ReplayReport.class, "ReplayReport"),
            Map.entry(ReplayReport.ReplayedCase.class, "ReplayedCase"),
            Map.entry(ReplayReport.Difference.class, "ReplayDifference"),
            Map.entry(ItemOfficeResource.Known.class, "OfficeItems"),
            Map.entry(ReadItems.Line.class, "OfficeItem"),
            Map.entry(ReadItems.Detail.class, "OfficeItemDetail"),
            Map.entry(ItemDraft.class, "ItemDraft"),
            Map.entry(ItemOfficeResource.DraftOpened.class, "ItemDraftOpened"),
            Map.entry(Proof.class, "ItemProof"),
            Map.entry(ItemOfficeResource.Words.class, "ItemWords"),
            Map.entry(ItemOfficeResource.Review.class, "ItemReview"),
            Map.entry(ItemOfficeResource.Seen.class, "ItemSeen"),
            Map.entry(ItemOfficeResource.Stop.class, "ItemStop"),
            Map.entry(ItemStanding.class, "ItemStanding"),
            Map.entry(ItemVersionLine.class, "ItemVersionLine"),
            Map.entry(ItemEvent.class, "ItemEvent"),
            Map.entry(WalkReport.class, "WalkReport"),
            Map.entry(Figure.class, "Figure"),
            Map.entry(FigureLine.class, "FigureLine"),
            Map.entry(CaseFigures.Line.class, "FigureCase"),
            Map.entry(BankResource.Element.class, "BankElement"),
            Map.entry(BankResource.Material.class, "BankMaterial"),
            Map.entry(WhoUses.Use.class, "BankUse"));

    /** What every action has besides its own fields. */
    private static final List<String> ENVELOPE = List.of("action", "seenVersion", "workItemId", "confirmation");

    /**
     * Fields, types and constants come from the records; where they differ, the description as it should be is written to
     * {@code target/openapi.json} for whoever has to take it over.
     */
    @Test
    void describesFieldByFieldWhatTheRecordsReadAndWrite() throws Exception {
        ObjectNode right = document.deepCopy();
        ObjectNode schemas = (ObjectNode) right.at("/components/schemas");
        RecordSchema records = new RecordSchema(document, REPLIES);
        REPLIES.forEach((type, name) -> schemas.set(name, records.of(schemas.path(name), type, List.of())));
        actions()
                .forEach((action, useCase) -> schemas.set(
                        "Action_" + action, records.of(schemas.path("Action_" + action), useCase.fields(), ENVELOPE)));
        Files.writeString(java.nio.file.Path.of("target/openapi.json"), right.toPrettyString());

        // What only the platform does by itself, such as letting a time run out, is no program's to ask for.
        TreeSet<String> performed = new TreeSet<>();
        actions().keySet().forEach(action -> performed.add("Action_" + action));
        TreeSet<String> described = new TreeSet<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(described::add);
        described.removeIf(name -> !name.startsWith("Action_"));
        assertEquals(performed, described);
        schemas.fields()
                .forEachRemaining(schema -> assertEquals(
                        schema.getValue().toPrettyString(),
                        document.at("/components/schemas/" + schema.getKey()).toPrettyString(),
                        schema.getKey()));
    }

    @Test
    void anActionOnWorkNamesItsWorkItemAndNoOtherHasTo() throws Exception {
        actions().forEach((action, useCase) -> {
            JsonNode schema = document.at("/components/schemas/Action_" + action);
            boolean required = schema.path("required").toString().contains("\"workItemId\"");
            assertEquals(needsWorkItem(useCase), required, action.name());
            assertTrue(schema.path("properties").has("workItemId") || !required, action.name());
        });
    }

    /** Asked without one, an action on work refuses before it looks at anything else. */
    private static boolean needsWorkItem(ActionUseCase<?> useCase) {
        try {
            useCase.perform(null, null, new ActionUseCase.Asked<>(0, null, null, null));
            throw new AssertionError("nothing was asked and something was done: " + useCase.action());
        } catch (Refusal refusal) {
            return refusal.problems().stream()
                    .anyMatch(problem -> problem.path().equals("workItemId"));
        } catch (NullPointerException nobodyAsked) {
            return false;
        }
    }

    /** All use cases behind the one door for programs, found beside their interface. */
    private static Map<CaseAction, ActionUseCase<?>> actions() throws Exception {
        Map<CaseAction, ActionUseCase<?>> actions = new TreeMap<>();
        java.nio.file.Path place = java.nio.file.Path.of(ActionUseCase.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(place)) {
            collect(place, actions);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                collect(jar.getPath("/"), actions);
            }
        }
        return actions;
    }

    private static void collect(java.nio.file.Path root, Map<CaseAction, ActionUseCase<?>> actions) throws Exception {
        try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("org/yiwang/workflow"))) {
            for (java.nio.file.Path file : files.filter(f -> f.toString().matches(".*/[A-Z][\\w$]+\\.class"))
                    .filter(f -> !f.toString().contains("internal"))
                    .toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = Class.forName(name, false, OpenApiTest.class.getClassLoader());
                if (ActionUseCase.class.isAssignableFrom(type)
                        && !type.isInterface()
                        && !Modifier.isAbstract(type.getModifiers())) {
                    var maker = type.getDeclaredConstructor();
                    maker.setAccessible(true);
                    ActionUseCase<?> useCase = (ActionUseCase<?>) maker.newInstance();
                    actions.put(useCase.action(), useCase);
                }
            }
        }
    }

    @Test
    void referencesOnlyWhatIsThere() {
        document.findValuesAsText("$ref").forEach(reference -> {
            assertTrue(reference.startsWith("#/"), reference);
            assertNotNull(
                    document.at(reference.substring(1)).isMissingNode() ? null : document, reference + " is missing");
        });
    }

    private JsonNode described(String operation) {
        String[] parts = operation.split(" ", 2);
        return document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }

    private static boolean open(Method method) {
        return method.isAnnotationPresent(OpenToAll.class)
                || method.getDeclaringClass().isAnnotationPresent(OpenToAll.class);
    }

    /** All operations by method and path, found in the compiled classes of the war. */
    private static Map<String, Method> operations() throws IOException, ClassNotFoundException {
        Map<String, Method> operations = new TreeMap<>();
        java.nio.file.Path root = java.nio.file.Path.of("target/classes");
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            for (java.nio.file.Path file :
                    files.filter(f -> f.toString().endsWith("Resource.class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> type = Class.forName(name, false, OpenApiTest.class.getClassLoader());
                if (type.isAnnotationPresent(Path.class)) {
                    Stream.of(type.getDeclaredMethods()).forEach(method -> add(operations, type, method));
                }
            }
        }
        return operations;
    }

    private static void add(Map<String, Method> operations, Class<?> type, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                Path path = method.getAnnotation(Path.class);
                String full = type.getAnnotation(Path.class).value() + (path == null ? "" : path.value());
                operations.put(http.value() + " " + full, method);
            }
        }
        assertTrue(!method.isAnnotationPresent(GET.class) || !method.isAnnotationPresent(POST.class));
    }

    private static JsonNode read() {
        try (InputStream file = OpenApiTest.class.getResourceAsStream(OpenApiResource.FILE)) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
