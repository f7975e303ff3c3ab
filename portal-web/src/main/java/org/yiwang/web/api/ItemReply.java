package org.yiwang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import org.yiwang.forms.catalogue.DeemedAcceptance;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.Guide;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.catalogue.TimeLimit;

/** 事项答复: one item with its guide, its form as it is written and its materials. */
public record ItemReply(
        String code,
        int version,
        LocalText name,
        LocalText summary,
        GuideReply guide,
        JsonNode form,
        List<Requirement> materials,
        Standing standing) {

    /** 是否受理: why it takes no applications and where to go instead; both empty while it does. */
    public record Standing(ItemStanding.State state, String reason, String instead) {}

    static ItemReply of(ItemVersion item, ItemStanding standing) {
        return new ItemReply(
                item.code().value(),
                item.number(),
                item.name(),
                item.summary(),
                GuideReply.of(item),
                item.form().json(),
                requirements(item),
                new Standing(standing.state(), standing.reason(), standing.instead()));
    }

    static List<Requirement> requirements(ItemVersion item) {
        return item.materials().stream().map(Requirement::of).toList();
    }

    /** 办事指南. */
    public record GuideReply(
            String powerType,
            String caseKind,
            List<String> audience,
            List<String> themes,
            String organisation,
            String taskCode,
            List<String> channels,
            String assurance,
            Visit visits,
            boolean principalOnly,
            List<Limit> limits,
            DeemedAcceptance deemedAcceptance,
            List<Condition> conditions,
            List<Charge> fees,
            List<SpecialProcedureRule> specialProcedures,
            List<String> serviceMethods,
            Result result,
            List<LegalBasis> legalBases,
            List<LocalText> flow,
            List<Guide.Faq> faqs,
            List<Guide.Place> places,
            LocalText consult,
            LocalText complaint) {

        static GuideReply of(ItemVersion item) {
            return new GuideReply(
                    item.powerType().name(),
                    item.caseKind().name(),
                    names(item.audience()),
                    item.themes(),
                    item.organisation(),
                    item.taskCode(),
                    names(item.channels()),
                    item.assurance().name(),
                    new Visit(item.visits().count(), item.visits().reason().orElse(null)),
                    item.principalOnly(),
                    item.limits().stream().map(Limit::of).toList(),
                    item.deemedAcceptance().orElse(null),
                    item.conditions().stream().map(Condition::of).toList(),
                    item.fees().stream().map(Charge::of).toList(),
                    item.specialProcedures(),
                    item.serviceMethods().stream().map(Enum::name).toList(),
                    new Result(item.result().kind().name(), item.result().name()),
                    item.legalBases(),
                    item.guide().flow(),
                    item.guide().faqs(),
                    item.guide().places(),
                    item.guide().consult(),
                    item.guide().complaint());
        }
    }

    /** 到现场次数. */
    public record Visit(int count, LocalText reason) {}

    /** 时限; an extension is granted once, by that approver. */
    public record Limit(
            String kind,
            int value,
            String unit,
            String startEvent,
            String endEvent,
            String basis,
            Extension extension) {

        static Limit of(TimeLimit limit) {
            return new Limit(
                    limit.kind().name(),
                    limit.value(),
                    limit.unit().name(),
                    limit.startEvent().name(),
                    limit.endEvent().name(),
                    limit.basis(),
                    limit.extension().orElse(null));
        }
    }

    /** 受理条件. */
    public record Condition(String key, LocalText text) {

        static Condition of(Eligibility condition) {
            return new Condition(condition.key(), condition.text());
        }
    }

    /** 收费: a fixed amount in fen, or so many fen for each unit of a field. */
    public record Charge(
            String key, LocalText name, Long cents, String perUnitOf, Long centsPerUnit, String when, String basis) {

        static Charge of(Fee fee) {
            return new Charge(
                    fee.key(),
                    fee.name(),
                    fee.cents().isPresent() ? fee.cents().getAsLong() : null,
                    fee.formula().map(Fee.Formula::field).orElse(null),
                    fee.formula().map(Fee.Formula::centsPerUnit).orElse(null),
                    fee.when().name(),
                    fee.basis());
        }
    }

    /** 办理结果. */
    public record Result(String kind, LocalText name) {}

    /** 申请材料; conditional ones are asked for only with certain answers. */
    public record Requirement(
            String key,
            LocalText name,
            String necessity,
            String source,
            int originals,
            int copies,
            boolean conditional,
            String acceptStandard,
            LocalText note) {

        static Requirement of(MaterialRequirement material) {
            return new Requirement(
                    material.key(),
                    material.name(),
                    material.necessity().name(),
                    material.source().name(),
                    material.originals(),
                    material.copies(),
                    material.when().isPresent(),
                    material.acceptStandard(),
                    material.note().orElse(null));
        }
    }

    static <E extends Enum<E>> List<String> names(java.util.Set<E> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(Enum::name)
                .toList();
    }
}
