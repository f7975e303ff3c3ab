package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.form.DefinitionNode;
import org.yiwang.forms.catalogue.form.Signer;
import org.yiwang.forms.platform.Problem;

/**
 * 事项包自测: the cases a package brings to prove itself: answers in, and out come problems, unmet conditions, materials,
 * fees, the way through the process and the platform's own decision. Said are only those a case is about; problems,
 * unmet conditions and materials must then match exactly.
 */
public final class PackageTests {

    private final ServicePackage servicePackage;
    private final ItemVersion item;
    private final List<Problem> problems = new ArrayList<>();

    private PackageTests(ServicePackage servicePackage) {
        this.servicePackage = servicePackage;
        this.item = servicePackage.item();
    }

    public static List<Problem> run(ServicePackage servicePackage) {
        PackageTests tests = new PackageTests(servicePackage);
        List<String> files = servicePackage.files().keySet().stream()
                .filter(path -> path.matches("tests/[^/]+\\.json"))
                .toList();
        if (files.isEmpty()) {
            return List.of(new Problem("tests", "TESTS", "事项包至少带一个测试"));
        }
        files.forEach(tests::runFile);
        return List.copyOf(tests.problems);
    }

    private void runFile(String file) {
        try {
            runCase(DefinitionNode.file(file, PackageReader.json(servicePackage.files(), file)));
        } catch (DefinitionException wrong) {
            problems.add(new Problem(wrong.file() + "#" + wrong.path(), "DEFINITION", wrong.reason()));
        }
    }

    private void runCase(DefinitionNode test) {
        test.only("format", "name", "today", "answers", "events", "expect");
        test.text("name");
        DefinitionNode expect = test.must("expect");
        expect.only(
                "problems",
                "ineligible",
                "materials",
                "deferrable",
                "promisable",
                "fee",
                "approves",
                "routes",
                "items",
                "status",
                "route",
                "dates",
                "letters",
                "refused");
        events(test, expect);
        LocalDate today = LocalDate.parse(test.text("today"));
        ObjectNode answers = item.form().normalise(test.must("answers").json(), today);
        item.form().sign(answers, new Signer("test", Set.of(), Signer.Way.TYPED, Instant.EPOCH));
        List<String> found = item.form().check(answers, today, Language.ZH).stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
        same(expect, "problems", expect.list("problems", DefinitionNode::text), found);
        optional(expect, "ineligible", ineligible(answers));
        optional(
                expect,
                "materials",
                item.materialsFor(answers).stream()
                        .map(MaterialRequirement::key)
                        .toList());
        optional(expect, "deferrable", keys(answers, material -> material.necessity() == Necessity.DEFERRABLE));
        optional(expect, "promisable", keys(answers, material -> item.commitment()
                .filter(rule -> rule.covers(material))
                .isPresent()));
        item.bundle()
                .ifPresent(bundle -> optional(
                        expect,
                        "items",
                        bundle.chosen(answers).stream()
                                .map(member -> member.item().value())
                                .toList()));
        fee(expect, answers);
        decision(expect, answers);
        routes(expect, answers);
    }

    /** What is played is proved by the simulation, which needs the whole platform; here only what is written is looked at. */
    private static void events(DefinitionNode test, DefinitionNode expect) {
        for (DefinitionNode event : test.list("events")) {
            event.only("action", "on", "at", "by", "step", "fields");
            event.text("action");
        }
        for (String played : List.of("status", "route", "dates", "letters", "refused")) {
            if (expect.has(played) && !test.has("events")) {
                throw expect.get(played).error("须先写 events");
            }
        }
    }

    private List<String> keys(ObjectNode answers, Predicate<MaterialRequirement> which) {
        return item.materialsFor(answers).stream()
                .filter(which)
                .map(MaterialRequirement::key)
                .toList();
    }

    private List<String> ineligible(JsonNode answers) {
        return item.ineligible(answers, Language.ZH).stream()
                .map(problem -> problem.path().substring("conditions.".length()))
                .toList();
    }

    private void optional(DefinitionNode expect, String name, List<String> found) {
        if (expect.has(name)) {
            same(expect, name, expect.list(name, DefinitionNode::text), found);
        }
    }

    private void fee(DefinitionNode expect, JsonNode answers) {
        if (expect.has("fee")) {
            long cents = item.fees().stream()
                    .mapToLong((Fee fee) -> fee.amount(answers))
                    .sum();
            same(expect, "fee", (long) expect.number("fee"), cents);
        }
    }

    private void decision(DefinitionNode expect, JsonNode answers) {
        if (expect.has("approves")) {
            boolean approved = item.instantRule()
                    .map(rule -> rule.approve().holds(answers))
                    .orElseThrow(() -> expect.get("approves").error("事项没有即办规则"));
            same(expect, "approves", expect.flag("approves", false), approved);
        }
    }

    private void routes(DefinitionNode expect, JsonNode answers) {
        expect.get("routes")
                .json()
                .properties()
                .forEach(route -> same(
                        expect,
                        "routes." + route.getKey(),
                        route.getValue().asText(),
                        item.outcome(route.getKey(), "AGREE", answers)));
    }

    private void same(DefinitionNode expect, String name, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            String path = expect.file() + "#expect." + name;
            problems.add(new Problem(path, "TEST", "应为 " + expected + "，实为 " + found));
        }
    }
}
