package org.yiwang.forms.catalogue.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.CaseKind;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;

/** 时限检查: every item says by when, and never promises more time than the law gives. */
public final class LimitRules {

    private static final Map<LimitKind, Set<CaseMoment>> STARTS = starts();

    /** Limits that bind the office while it reviews. */
    private static final Set<LimitKind> OFFICE = Set.of(LimitKind.LEGAL, LimitKind.PROMISE, LimitKind.PRELIMINARY);

    private final ItemVersion item;
    private final Findings findings;

    public LimitRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    private static Map<LimitKind, Set<CaseMoment>> starts() {
        Set<CaseMoment> early = Set.of(CaseMoment.SUBMITTED, CaseMoment.RECEIVED, CaseMoment.ACCEPTED);
        Map<LimitKind, Set<CaseMoment>> starts = new EnumMap<>(LimitKind.class);
        starts.put(LimitKind.ACCEPT, Set.of(CaseMoment.SUBMITTED, CaseMoment.RECEIVED));
        starts.put(LimitKind.LEGAL, early);
        starts.put(
                LimitKind.PROMISE,
                Set.of(CaseMoment.SUBMITTED, CaseMoment.RECEIVED, CaseMoment.ACCEPTED, CaseMoment.APPEARED));
        starts.put(LimitKind.DELIVER, Set.of(CaseMoment.DECIDED, CaseMoment.ISSUED));
        starts.put(LimitKind.CORRECTION, Set.of(CaseMoment.CORRECTION_ISSUED));
        starts.put(LimitKind.PRELIMINARY, early);
        starts.put(LimitKind.DEFERRED, Set.of(CaseMoment.ACCEPTED, CaseMoment.DECIDED));
        starts.put(LimitKind.VERIFY, Set.of(CaseMoment.DECIDED, CaseMoment.ISSUED));
        starts.put(LimitKind.PUBLICITY, Set.of(CaseMoment.PUBLISHED, CaseMoment.DECIDED));
        return starts;
    }

    public void check() {
        findings.unique(
                "limits",
                item.limits().stream().map(limit -> limit.kind().name()).toList());
        required().forEach(kind -> findings.must(item.limit(kind).isPresent(), "limits", "LIMIT", "缺少时限 " + kind));
        item.limits().forEach(this::limit);
        promiseWithinTheLaw();
        item.deemedAcceptance().ifPresent(deemed -> item.limit(LimitKind.ACCEPT)
                .ifPresent(accept -> findings.must(
                        accept.value() == deemed.days(), "deemedAcceptance.days", "DEEMED", "应与时限 ACCEPT 一致")));
    }

    private List<LimitKind> required() {
        if (item.instant()) {
            return List.of(LimitKind.PROMISE);
        }
        return item.powerType() == PowerType.LICENSE
                ? Stream.of(LimitKind.values()).filter(LimitKind::common).toList()
                : List.of(LimitKind.ACCEPT, LimitKind.PROMISE, LimitKind.DELIVER, LimitKind.CORRECTION);
    }

    private void limit(TimeLimit limit) {
        String path = "limits[" + limit.kind() + "]";
        findings.must(
                STARTS.get(limit.kind()).contains(limit.startEvent()),
                path + ".startEvent",
                "LIMIT",
                "不能从这个时点起算：" + limit.startEvent());
        findings.must(limit.startEvent() != limit.endEvent(), path + ".endEvent", "LIMIT", "起算和终止不能是同一时点");
        findings.must(limit.value() > 0 || item.instant(), path + ".value", "LIMIT", "应大于零");
        findings.must(
                !limit.restsForCorrection() || OFFICE.contains(limit.kind()),
                path + ".restsForCorrection",
                "LIMIT",
                "只有机关的办理时限能因审查补正暂停");
        licenceWithinTheLaw(limit, path);
        limit.extension().ifPresent(extension -> extension(limit, extension, path + ".extension"));
    }

    /**
     * 行政许可法 §42: twenty workdays and ten more, forty-five and fifteen where several handle it together; longer only
     * where another law says so.
     */
    private void licenceWithinTheLaw(TimeLimit limit, String path) {
        boolean licensing = item.powerType() == PowerType.LICENSE && limit.kind() == LimitKind.LEGAL;
        if (!licensing || ItemFacts.namesAnotherLaw(item, limit.basis())) {
            return;
        }
        boolean joint = item.caseKind() == CaseKind.JOINT;
        Span most = new Span(joint ? 45 : 20, LimitUnit.WORKDAY);
        Span more = new Span(joint ? 15 : 10, LimitUnit.WORKDAY);
        String law = "（行政许可法第四十二条）；更长的，依据应写明 legalBases 中的另一部法";
        findings.must(
                !longer(limit.span(), most),
                path + ".basis",
                "LICENCE_LIMIT",
                "行政许可的法定时限不超过 " + most.value() + " 个工作日" + (joint ? "（联合办理）" : "") + law);
        limit.extension()
                .ifPresent(extension -> findings.must(
                        !longer(new Span(extension.value(), extension.unit()), more),
                        path + ".extension.value",
                        "LICENCE_LIMIT",
                        "行政许可延长不超过 " + more.value() + " 个工作日" + law));
    }

    private void extension(TimeLimit limit, Extension extension, String path) {
        findings.must(OFFICE.contains(limit.kind()) || limit.kind() == LimitKind.DEFERRED, path, "LIMIT", "这项时限不能延长");
        findings.must(extension.unit() == limit.unit(), path + ".unit", "LIMIT", "单位应与时限相同：" + limit.unit());
        findings.must(extension.value() > 0, path + ".value", "LIMIT", "应大于零");
        findings.must(
                extension.approverKnown(),
                path + ".approver",
                "LIMIT",
                "应为 DEPARTMENT_HEAD、GOVERNMENT_HEAD 或者岗位，如 urban/director");
        findings.must(
                !extension.approver().equals(Extension.GOVERNMENT_HEAD) || item.caseKind() == CaseKind.JOINT,
                path + ".approver",
                "LIMIT",
                "只有多部门联合办理的，才由本级政府负责人批准延期（行政许可法第四十二条）");
    }

    private void promiseWithinTheLaw() {
        TimeLimit legal = item.limit(LimitKind.LEGAL).orElse(null);
        TimeLimit promise = item.limit(LimitKind.PROMISE).orElse(null);
        if (legal == null || promise == null) {
            return;
        }
        findings.must(
                !longer(promise.span(), legal.span()),
                "limits[PROMISE].value",
                "PROMISE",
                "承诺 " + promise.value() + " " + promise.unit() + "，长于法定的 " + legal.value() + " " + legal.unit());
    }

    /** Whether the one span is longer than the other in ordinary weeks. */
    static boolean longer(Span one, Span other) {
        if (one.unit() == other.unit()) {
            return one.value() > other.value();
        }
        OptionalInt ours = days(one);
        OptionalInt theirs = days(other);
        return ours.isPresent() && theirs.isPresent() && ours.getAsInt() > theirs.getAsInt();
    }

    /** Calendar days in a run of ordinary weeks, at most. */
    private static OptionalInt days(Span span) {
        return switch (span.unit()) {
            case WORKDAY -> OptionalInt.of(span.value() + 2 * ((span.value() + 4) / 5));
            case CALENDAR_DAY -> OptionalInt.of(span.value());
            case MONTH -> OptionalInt.of(span.value() * 30);
            case YEAR -> OptionalInt.of(span.value() * 365);
            case HOUR -> OptionalInt.of((span.value() + 23) / 24);
            case WORKING_HOUR -> OptionalInt.of((span.value() + 7) / 8);
            case IMMEDIATE -> OptionalInt.of(0);
        };
    }
}
