package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yiwang.forms.catalogue.Audience;
import org.yiwang.forms.catalogue.Baseline;
import org.yiwang.forms.catalogue.CaseKind;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Change;
import org.yiwang.forms.catalogue.DeemedAcceptance;
import org.yiwang.forms.catalogue.DeferralForm;
import org.yiwang.forms.catalogue.DeferralRule;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.ExcludedRisk;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.Forwarding;
import org.yiwang.forms.catalogue.Guide;
import org.yiwang.forms.catalogue.HandlingMode;
import org.yiwang.forms.catalogue.InstantRule;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.Renewal;
import org.yiwang.forms.catalogue.ResultRule;
import org.yiwang.forms.catalogue.Routing;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.SignRule;
import org.yiwang.forms.catalogue.Silence;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.SpecialProcedureType;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.Visits;
import org.yiwang.forms.catalogue.Warning;
import org.yiwang.forms.catalogue.course.Course;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionNode;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Post;

/** 事项读取: item.json made into an item version. Reads shapes only; whether they make sense is the linter's. */
final class ItemReader {

    private static final String FILE = "item.json";

    private ItemReader() {}

    /** What the database knows of a version; zeros while it is not published. */
    record Identity(long id, int number, String sha256, Instant publishedAt, Optional<String> processDefinitionId) {

        static final Identity NONE = new Identity(0, 0, "", Instant.EPOCH, Optional.empty());
    }

    static ItemVersion read(Identity identity, JsonNode json, FormDefinition form, Map<String, String> templates) {
        DefinitionNode root = DefinitionNode.file(FILE, json);
        root.only(
                "format",
                "code",
                "name",
                "summary",
                "powerType",
                "caseKind",
                "audience",
                "themes",
                "hot",
                "organisation",
                "taskCode",
                "mode",
                "renewal",
                "change",
                "channels",
                "assurance",
                "visits",
                "baseline",
                "principalOnly",
                "limits",
                "deemedAcceptance",
                "deferral",
                "commitment",
                "risks",
                "conditions",
                "materials",
                "fees",
                "specialProcedures",
                "intake",
                "process",
                "steps",
                "routing",
                "result",
                "instantRule",
                "serviceMethods",
                "legalBases",
                "guide",
                "bundle",
                "course");
        return new ItemVersion(
                identity.id(),
                value(root.must("code"), ItemCode::of),
                identity.number(),
                identity.sha256(),
                identity.publishedAt(),
                identity.processDefinitionId(),
                root.label("name"),
                root.label("summary"),
                root.constant("powerType", PowerType.class),
                root.constant("caseKind", CaseKind.class),
                constants(root, "audience", Audience.class),
                root.list("themes", DefinitionNode::text),
                root.number("hot", 0),
                root.text("organisation"),
                root.text("taskCode"),
                root.optional("mode", ItemReader::mode).flatMap(mode -> mode),
                root.optional("renewal", ItemReader::renewal),
                root.optional("change", ItemReader::change),
                constants(root, "channels", Channel.class),
                root.constant("assurance", AssuranceLevel.class),
                visits(root.must("visits")),
                root.flag("principalOnly", false),
                root.list("limits", ItemReader::limit),
                root.optional("deemedAcceptance", ItemReader::deemed),
                root.optional("deferral", ItemReader::deferral),
                root.optional("commitment", PromiseReader::commitment),
                risks(root),
                root.list("conditions", ItemReader::eligibility),
                root.list("materials", ItemReader::material),
                root.list("fees", ItemReader::fee),
                root.list("specialProcedures", ItemReader::specialProcedure),
                post(root.must("intake").must("post")),
                root.optional("process", DefinitionNode::text),
                root.list("steps", ItemReader::step),
                root.list("routing", ItemReader::routing),
                result(root.must("result")),
                root.optional("instantRule", ItemReader::instantRule),
                root.list("serviceMethods", node -> node.constant(ServiceMethod.class)),
                root.list("legalBases", ItemReader::legalBasis),
                guide(root.must("guide")),
                Comparison.datedIn(json) ? form.dated() : form,
                templates,
                root.optional("bundle", BundleReader::read),
                root.optional("course", CourseReader::read).orElse(Course.NONE),
                root.optional("baseline", ItemReader::baseline));
    }

    private static <T> T value(DefinitionNode node, Function<String, T> read) {
        try {
            return read.apply(node.text());
        } catch (IllegalArgumentException wrong) {
            throw node.error(wrong.getMessage());
        }
    }

    static Post post(DefinitionNode node) {
        return value(node, Post::parse);
    }

    private static <E extends Enum<E>> Set<E> constants(DefinitionNode root, String name, Class<E> type) {
        return new TreeSet<>(root.list(name, node -> node.constant(type)));
    }

    /** 办理方式: decided here unless it says that it is forwarded. */
    private static Optional<Forwarding> mode(DefinitionNode node) {
        node.only("kind", "to", "authority", "basis");
        if (node.constant("kind", HandlingMode.class) == HandlingMode.SELF) {
            return Optional.empty();
        }
        return Optional.of(new Forwarding(node.text("to"), node.label("authority"), node.text("basis")));
    }

    private static Renewal renewal(DefinitionNode node) {
        node.only("of", "field", "before", "basis");
        return new Renewal(
                value(node.must("of"), ItemCode::of),
                node.text("field"),
                node.number("before", 30),
                node.text("basis"));
    }

    private static Change change(DefinitionNode node) {
        node.only("of", "field", "items", "basis");
        return new Change(
                value(node.must("of"), ItemCode::of), node.text("field"), node.text("items"), node.text("basis"));
    }

    private static Visits visits(DefinitionNode node) {
        node.only("count", "reason");
        return new Visits(node.number("count"), node.optional("reason", DefinitionNode::label));
    }

    private static Baseline baseline(DefinitionNode node) {
        node.only("materials", "visits", "days", "asOf");
        int materials = node.number("materials");
        if (materials <= 0) {
            throw node.get("materials").error("基期材料数应为正数，不知道的不写 baseline");
        }
        try {
            return new Baseline(
                    materials,
                    node.optional("visits", DefinitionNode::number),
                    node.optional("days", DefinitionNode::number),
                    LocalDate.parse(node.text("asOf")));
        } catch (DateTimeParseException wrong) {
            throw node.get("asOf").error("应为 yyyy-MM-dd：" + node.text("asOf"));
        }
    }

    private static Span span(DefinitionNode node) {
        node.only("value", "unit");
        return new Span(node.number("value"), node.constant("unit", LimitUnit.class));
    }

    static TimeLimit limit(DefinitionNode node) {
        node.only(
                "kind",
                "value",
                "unit",
                "startEvent",
                "endEvent",
                "basis",
                "extension",
                "warning",
                "restsForCorrection");
        return new TimeLimit(
                node.constant("kind", LimitKind.class),
                node.number("value"),
                node.constant("unit", LimitUnit.class),
                node.constant("startEvent", CaseMoment.class),
                node.constant("endEvent", CaseMoment.class),
                node.text("basis"),
                node.optional("extension", ItemReader::extension),
                node.optional("warning", ItemReader::warning),
                node.flag("restsForCorrection", false));
    }

    private static Warning warning(DefinitionNode node) {
        node.only("workdays", "percent");
        try {
            return new Warning(node.number("workdays", 0), node.number("percent", 0));
        } catch (IllegalArgumentException wrong) {
            throw node.error(wrong.getMessage());
        }
    }

    private static Extension extension(DefinitionNode node) {
        node.only("value", "unit", "approver");
        return new Extension(
                node.number("value"), node.constant("unit", LimitUnit.class), node.text("approver", "DEPARTMENT_HEAD"));
    }

    private static DeemedAcceptance deemed(DefinitionNode node) {
        node.only("days", "basis");
        return new DeemedAcceptance(node.number("days"), node.text("basis"));
    }

    private static DeferralRule deferral(DefinitionNode node) {
        node.only("form", "basis");
        return new DeferralRule(node.constant("form", DeferralForm.class), node.text("basis"));
    }

    /** Whoever lets applicants promise instead of prove has thought about the risks and says so, be it that there is none. */
    private static Set<ExcludedRisk> risks(DefinitionNode root) {
        if (root.has("commitment")) {
            root.must("risks");
        }
        return constants(root, "risks", ExcludedRisk.class);
    }

    private static Eligibility eligibility(DefinitionNode node) {
        node.only("key", "text", "rule", "instead", "basis");
        return new Eligibility(
                node.text("key"),
                node.label("text"),
                node.optional("rule", Condition::parse),
                node.optional("instead", instead -> {
                    instead.only("text", "item");
                    return new Eligibility.Instead(
                            instead.label("text"),
                            instead.optional("item", DefinitionNode::text).map(ItemCode::of));
                }),
                node.text("basis", ""));
    }

    private static MaterialRequirement material(DefinitionNode node) {
        node.only(
                "key",
                "name",
                "necessity",
                "source",
                "originals",
                "copies",
                "when",
                "acceptStandard",
                "sample",
                "note",
                "standard",
                "holder",
                "blank",
                "perPerson");
        return new MaterialRequirement(
                node.text("key"),
                node.label("name"),
                node.constant("necessity", Necessity.class),
                node.constant("source", MaterialOrigin.class),
                node.number("originals", 0),
                node.number("copies", 0),
                node.optional("when", Condition::parse),
                node.text("acceptStandard"),
                node.optional("sample", DefinitionNode::text),
                node.optional("note", DefinitionNode::label),
                node.text("standard", node.text("key")),
                node.optional("holder", DefinitionNode::text),
                node.optional("blank", DefinitionNode::text),
                node.optional("perPerson", DefinitionNode::text));
    }

    private static Fee fee(DefinitionNode node) {
        node.only("key", "name", "cents", "formula", "when", "applies", "basis");
        if (node.has("cents") == node.has("formula")) {
            throw node.error("收费应写明 cents 或者 formula，且只能写一种");
        }
        return new Fee(
                node.text("key"),
                node.label("name"),
                node.has("cents") ? OptionalLong.of(node.number("cents")) : OptionalLong.empty(),
                node.optional("formula", formula -> {
                    formula.only("field", "centsPerUnit");
                    return new Fee.Formula(formula.text("field"), formula.number("centsPerUnit"));
                }),
                node.constant("when", Fee.FeeMoment.class),
                node.optional("applies", Condition::parse),
                node.text("basis"));
    }

    private static SpecialProcedureRule specialProcedure(DefinitionNode node) {
        node.only("type", "name", "expected", "basis");
        return new SpecialProcedureRule(
                node.constant("type", SpecialProcedureType.class),
                node.label("name"),
                span(node.must("expected")),
                node.text("basis"));
    }

    private static Step step(DefinitionNode node) {
        node.only("key", "name", "post", "role", "limit", "checks", "returnTo", "answers", "silence", "sign", "batch");
        return new Step(
                node.text("key"),
                node.label("name"),
                post(node.must("post")),
                node.constant("role", StepRole.class),
                node.optional("limit", ItemReader::span),
                node.list("checks", DefinitionNode::text),
                node.optional("returnTo", DefinitionNode::text),
                node.list("answers", DefinitionNode::text),
                node.optional("silence", silence -> silence.constant(Silence.class)),
                node.optional("sign", ItemReader::sign),
                node.flag("batch", false));
    }

    private static SignRule sign(DefinitionNode node) {
        node.only("mode", "posts", "signers");
        return new SignRule(node.constant("mode", SignRule.Mode.class), node.list("posts", ItemReader::post), (int)
                node.number("signers", 0));
    }

    private static Routing routing(DefinitionNode node) {
        node.only("after", "outcome", "when");
        return new Routing(node.text("after"), node.text("outcome"), node.optional("when", Condition::parse));
    }

    private static ResultRule result(DefinitionNode node) {
        node.only("kind", "template", "name", "validity", "medium");
        return new ResultRule(
                node.constant("kind", ResultRule.Kind.class),
                node.text("template"),
                node.label("name"),
                node.optional("validity", ItemReader::span),
                node.has("medium") ? node.constant("medium", ResultRule.Medium.class) : ResultRule.Medium.PAPER);
    }

    private static InstantRule instantRule(DefinitionNode node) {
        node.only("approve", "basis", "publishedBy");
        return new InstantRule(
                Condition.parse(node.must("approve")),
                node.text("basis"),
                node.list("publishedBy", DefinitionNode::text));
    }

    private static LegalBasis legalBasis(DefinitionNode node) {
        node.only("law", "number", "article", "text");
        return new LegalBasis(
                node.text("law"), node.json().path("number").asText(""), node.text("article"), node.text("text"));
    }

    private static Guide guide(DefinitionNode node) {
        node.only("flow", "faqs", "places", "consult", "complaint", "situation");
        List<Guide.Faq> faqs = node.list("faqs", faq -> {
            faq.only("q", "a");
            return new Guide.Faq(faq.label("q"), faq.label("a"));
        });
        List<Guide.Place> places = node.list("places", place -> {
            place.only("name", "address", "hours", "phone");
            return new Guide.Place(
                    place.label("name"), place.label("address"), place.label("hours"), place.text("phone"));
        });
        return new Guide(
                node.list("flow", DefinitionNode::label),
                faqs,
                places,
                node.label("consult"),
                node.label("complaint"),
                node.list("situation", DefinitionNode::text));
    }
}
