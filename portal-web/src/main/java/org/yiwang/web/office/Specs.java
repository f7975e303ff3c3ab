package org.yiwang.web.office;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.CaseKind;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.web.office.Spec.Kind;
import org.yiwang.web.office.Spec.Option;

/** 编辑器的要素: which elements of an item, of its materials and of its form the editors show, in their order. */
final class Specs {

    private static final String JSON_HINT = "写成 JSON，例如 {\"field\": \"hasAgent\", \"is\": true}；留空表示没有条件。";
    private static final String LINES_HINT = "一行一条。";

    private final List<Option> departments;
    private final List<Option> posts;
    private final List<Option> themes;
    private final List<Option> processes;

    private final UnaryOperator<String> texts;

    /** @param texts the words of pages by their key, such as {@code moment.ACCEPTED} */
    Specs(
            List<Option> departments,
            List<Option> posts,
            List<Option> themes,
            List<Option> processes,
            UnaryOperator<String> texts) {
        this.texts = texts;
        this.departments = departments;
        this.posts = posts;
        this.themes = themes;
        this.processes = processes;
    }

    /** 实施清单要素. */
    List<Spec> elements() {
        return List.of(basics(), handling(), limits(), conditions(), fees(), steps(), laws(), guide());
    }

    private Spec basics() {
        return Spec.group(
                "基本信息",
                Spec.of("name", Kind.LOCAL, "事项名称"),
                Spec.of("summary", Kind.LOCAL_LONG, "一句话说明"),
                Spec.of("taskCode", Kind.TEXT, "实施编码").hint("31 位，末位是校验码。"),
                Spec.choice("powerType", "事项类型", options(PowerType.values(), kind -> kind.label()
                        .zh())),
                Spec.choice("caseKind", "办件类型", options(CaseKind.values(), kind -> kind.label()
                        .zh())),
                Spec.choice("organisation", "实施主体", departments),
                Spec.choices(
                        "audience",
                        "服务对象",
                        List.of(new Option("PERSON", "自然人"), new Option("ORGANISATION", "法人和其他组织"))),
                Spec.choices("themes", "主题", themes));
    }

    private Spec handling() {
        return Spec.group(
                "办理形式",
                Spec.choices(
                        "channels",
                        "办理渠道",
                        List.of(
                                new Option("WEB", "网上"),
                                new Option("WINDOW", "窗口"),
                                new Option("KIOSK", "自助终端"),
                                new Option("API", "接口"))),
                Spec.choices("serviceMethods", "结果送达方式", options(ServiceMethod.values(), way -> way.label()
                        .zh())),
                Spec.choice("assurance", "网上办理要求的实名等级", options(AssuranceLevel.values(), Enum::name)),
                Spec.of("visits.count", Kind.NUMBER, "到现场次数"),
                Spec.of("visits.reason", Kind.LOCAL, "到现场的原因").hint("次数在 1 次以上的必填。"),
                Spec.of("principalOnly", Kind.FLAG, "须由本人办理"));
    }

    private Spec limits() {
        return Spec.group(
                "时限",
                Spec.list(
                        "limits",
                        "时限",
                        "时限",
                        Spec.choice(
                                "kind", "种类", options(LimitKind.values(), kind -> texts.apply("limit." + kind.name()))),
                        Spec.of("value", Kind.NUMBER, "长度"),
                        Spec.choice("unit", "单位", options(LimitUnit.values(), unit -> unit.label()
                                .zh())),
                        Spec.choice(
                                "startEvent",
                                "自何时起",
                                options(CaseMoment.values(), at -> texts.apply("moment." + at.name()))),
                        Spec.choice(
                                "endEvent",
                                "至何时止",
                                options(CaseMoment.values(), at -> texts.apply("moment." + at.name()))),
                        Spec.of("basis", Kind.TEXT, "依据"),
                        Spec.of("extension", Kind.JSON, "可以延长").hint("JSON：value、unit、approver；不能延长的留空。")));
    }

    private static Spec conditions() {
        return Spec.group(
                "受理条件",
                Spec.list(
                        "conditions",
                        "受理条件",
                        "条件",
                        Spec.of("key", Kind.TEXT, "标识"),
                        Spec.of("text", Kind.LOCAL_LONG, "条件"),
                        Spec.of("rule", Kind.JSON, "按填写内容判断").hint(JSON_HINT)));
    }

    private Spec fees() {
        return Spec.group(
                "收费",
                Spec.list(
                        "fees",
                        "收费项目",
                        "收费项目",
                        Spec.of("key", Kind.TEXT, "标识"),
                        Spec.of("name", Kind.LOCAL, "名称"),
                        Spec.of("cents", Kind.NUMBER, "金额（分）"),
                        Spec.of("formula", Kind.JSON, "按数量计算").hint("JSON：field、centsPerUnit；与固定金额只写一种。"),
                        Spec.choice(
                                "when", "何时缴纳", options(Fee.FeeMoment.values(), at -> texts.apply("fee." + at.name()))),
                        Spec.of("basis", Kind.TEXT, "依据")));
    }

    private Spec steps() {
        return Spec.group(
                "流程和环节",
                Spec.choice("intake.post", "收件岗位", posts),
                Spec.choice("process", "流程", processes).hint("共用流程，或者草案自带的流程文件；即办件没有流程。"),
                Spec.list(
                        "steps",
                        "环节",
                        "环节",
                        Spec.of("key", Kind.TEXT, "标识").hint("与流程里的任务同名。"),
                        Spec.of("name", Kind.LOCAL, "名称"),
                        Spec.choice("post", "岗位", posts),
                        Spec.choice("role", "作用", options(StepRole.values(), Specs::role)),
                        Spec.of("limit.value", Kind.NUMBER, "环节时限"),
                        Spec.choice("limit.unit", "单位", options(LimitUnit.values(), unit -> unit.label()
                                .zh())),
                        Spec.of("checks", Kind.LINES, "审查要点").hint(LINES_HINT),
                        Spec.of("returnTo", Kind.TEXT, "可退回到的环节")));
    }

    private static String role(StepRole role) {
        return switch (role) {
            case REVIEW -> "审查";
            case SITE_CHECK -> "现场核查";
            case CO_APPROVAL -> "会同审批";
            case OPINION -> "征求意见";
            case DECIDE -> "决定";
        };
    }

    private static Spec laws() {
        return Spec.group(
                "设定依据",
                Spec.list(
                        "legalBases",
                        "设定依据",
                        "依据",
                        Spec.of("law", Kind.TEXT, "法律法规名称"),
                        Spec.of("number", Kind.TEXT, "文号"),
                        Spec.of("article", Kind.TEXT, "条款"),
                        Spec.of("text", Kind.LONG, "条款内容")));
    }

    private static Spec guide() {
        return Spec.group(
                "办事指南",
                Spec.list("guide.flow", "办理流程说明", "一步", Spec.of("", Kind.LOCAL_LONG, "说明")),
                Spec.list(
                        "guide.places",
                        "办理地点和时间",
                        "地点",
                        Spec.of("name", Kind.LOCAL, "名称"),
                        Spec.of("address", Kind.LOCAL, "地址"),
                        Spec.of("hours", Kind.LOCAL, "时间"),
                        Spec.of("phone", Kind.TEXT, "电话")),
                Spec.of("guide.consult", Kind.LOCAL_LONG, "咨询方式"),
                Spec.of("guide.complaint", Kind.LOCAL_LONG, "监督投诉方式"),
                Spec.list(
                        "guide.faqs", "常见问题", "问题", Spec.of("q", Kind.LOCAL, "问"), Spec.of("a", Kind.LOCAL_LONG, "答")));
    }

    /** 申请材料. */
    List<Spec> materials() {
        return List.of(Spec.list(
                "materials",
                "申请材料",
                "材料",
                Spec.of("key", Kind.TEXT, "标识").hint("同一标准材料在各事项用同一标识。"),
                Spec.of("name", Kind.LOCAL, "名称"),
                Spec.choice(
                        "necessity",
                        "必要性",
                        options(Necessity.values(), need -> texts.apply("material.need." + need.name()))),
                Spec.choice(
                                "source",
                                "来源",
                                options(
                                        MaterialOrigin.values(),
                                        origin -> texts.apply("material.source." + origin.name())))
                        .hint("政府部门核发的材料优先核验，不要求重复提交。"),
                Spec.of("originals", Kind.NUMBER, "原件份数"),
                Spec.of("copies", Kind.NUMBER, "复印件份数"),
                Spec.of("when", Kind.JSON, "什么情形才需要").hint(JSON_HINT),
                Spec.of("acceptStandard", Kind.LONG, "受理标准"),
                Spec.of("note", Kind.LOCAL_LONG, "填报须知"),
                Spec.of("sample", Kind.TEXT, "样表文件").hint("例如 samples/authorisation.pdf，随事项包导入。")));
    }

    /** 表单. */
    List<Spec> form() {
        List<Spec> field = new ArrayList<>(List.of(
                Spec.of("key", Kind.TEXT, "标识").hint("小驼峰命名的英文单词，例如 elderName。"),
                Spec.choice(
                        "type",
                        "类型",
                        Stream.of(FieldType.values()).map(Specs::type).toList()),
                Spec.of("label", Kind.LOCAL, "问题"),
                Spec.of("hint", Kind.LOCAL, "提示"),
                Spec.of("why", Kind.LOCAL, "为什么问"),
                Spec.of("required", Kind.FLAG, "必填"),
                Spec.of("showWhen", Kind.JSON, "什么情形才问").hint(JSON_HINT),
                Spec.of("neededFor", Kind.JSON, "为什么需要")
                        .hint("没有条件、材料、收费、文书用到的问题必填：{\"review\": \"环节\"}、{\"basis\": \"法律\"} 或 {\"use\": \"用途\"}。"),
                Spec.of("dataElement", Kind.TEXT, "数据元").hint("例如 person.name；同一内容在各事项用同一数据元。"),
                Spec.of("maxLength", Kind.NUMBER, "最多字数"),
                Spec.of("min", Kind.TEXT, "最小值或最早日期"),
                Spec.of("max", Kind.TEXT, "最大值或最晚日期"),
                Spec.list(
                        "options",
                        "选项",
                        "选项",
                        Spec.of("value", Kind.TEXT, "值"),
                        Spec.of("label", Kind.LOCAL, "选项文字"))));
        return List.of(Spec.list(
                "sections",
                "分组",
                "分组",
                Spec.of("key", Kind.TEXT, "标识"),
                Spec.of("title", Kind.LOCAL, "标题"),
                Spec.of("intro", Kind.LOCAL_LONG, "说明"),
                Spec.list("fields", "问题", "问题", field.toArray(new Spec[0]))));
    }

    private static Option type(FieldType type) {
        String words =
                switch (type) {
                    case TEXT -> "单行文字";
                    case LONG_TEXT -> "多行文字";
                    case NUMBER -> "数字";
                    case DATE -> "日期";
                    case CHOICE -> "单选";
                    case MULTI_CHOICE -> "多选";
                    case ADDRESS -> "地址";
                    case ROWS -> "多行表格";
                    case ID_NUMBER -> "身份证号码";
                    default -> type.key();
                };
        return new Option(type.key(), words);
    }

    private static <E extends Enum<E>> List<Option> options(E[] values, Function<E, String> words) {
        return Stream.of(values)
                .map(value -> new Option(value.name(), words.apply(value)))
                .toList();
    }
}
