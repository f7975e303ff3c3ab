package org.yiwang.forms.catalogue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.platform.Problem;

/** Kinds of questions beyond the plain ones, and what questions say about one another. */
class QuestionKindsTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static FormDefinition form(String fields) {
        return form(fields, "");
    }

    private static FormDefinition form(String fields, String rules) {
        return FormDefinition.parse(json("{format:1, sections:[{key:'one', title:{'zh-CN':'第一节'}, fields:[" + fields
                + "]}], rules:[" + rules + "]}"));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    private static ObjectNode normal(FormDefinition form, String answers) {
        return form.normalise(json("{" + answers + "}"), TODAY);
    }

    private static List<String> codes(FormDefinition form, String answers) {
        return form.check(normal(form, answers), TODAY, Language.ZH).stream()
                .map(problem -> problem.path().substring("answers.".length()) + " " + problem.code())
                .toList();
    }

    private static String message(FormDefinition form, String answers, Language language) {
        List<Problem> problems = form.check(normal(form, answers), TODAY, language);
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0).message();
    }

    private static String shown(FormDefinition form, String answers, boolean masked) {
        return form.display(normal(form, answers), Language.ZH, masked).stream()
                .flatMap(section -> section.rows().stream())
                .map(row -> row.label() + "=" + row.value())
                .reduce((a, b) -> a + ";" + b)
                .orElse("");
    }

    private static void refused(String fields, String rules, String why) {
        DefinitionException wrong = assertThrows(DefinitionException.class, () -> form(fields, rules));
        assertTrue(wrong.getMessage().contains(why), wrong.getMessage());
    }

    private static final String L = "label:{'zh-CN':'某项', en:'Thing'}";

    // --- what questions say about one another ---

    private static final FormDefinition NEEDED = form(
            """
            {key:'way', type:'choice', label:{'zh-CN':'领取方式'}, options:[
              {value:'post', label:{'zh-CN':'邮寄'}}, {value:'window', label:{'zh-CN':'窗口'}}]},
            {key:'postcode', type:'text', label:{'zh-CN':'邮政编码', en:'Postcode'}, requireWhen:{field:'way', is:'post'}}
            """);

    @Test
    void aQuestionMayBeNecessaryUnderAConditionOnly() {
        assertEquals(List.of(), codes(NEEDED, "way:'window'"));
        assertEquals(List.of("postcode REQUIRED"), codes(NEEDED, "way:'post'"));
        assertEquals("请填写“邮政编码”。", message(NEEDED, "way:'post'", Language.ZH));
        assertEquals(
                "x",
                normal(NEEDED, "way:'window', postcode:'x'").path("postcode").asText(),
                "it may be given");
        refused("{key:'a', type:'text', " + L + ", requireWhen:{field:'b', is:'x'}}", "", "不在本问题之前");
    }

    private static final FormDefinition OFFERED = form(
            """
            {key:'age', type:'number', label:{'zh-CN':'年龄'}},
            {key:'kind', type:'choice', label:{'zh-CN':'类别', en:'Kind'}, required:true, options:[
              {value:'basic', label:{'zh-CN':'基本'}},
              {value:'elder', label:{'zh-CN':'高龄', en:'Elder'}, when:{field:'age', atLeast:80}}]}
            """);

    @Test
    void anAnswerThatIsNotOfferedIsRefusedAndStaysForTheReader() {
        assertEquals(List.of(), codes(OFFERED, "age:80, kind:'elder'"));
        assertEquals(List.of("kind NOT_OFFERED"), codes(OFFERED, "age:79, kind:'elder'"));
        assertEquals("按您前面的回答，“类别”不能选“高龄”，请重新选择。", message(OFFERED, "age:79, kind:'elder'", Language.ZH));
        assertEquals(
                "With your other answers “Elder” cannot be chosen for “Kind”. Choose another.",
                message(OFFERED, "age:79, kind:'elder'", Language.EN));
        assertEquals(
                "elder", normal(OFFERED, "age:79, kind:'elder'").path("kind").asText());
    }

    private static final FormDefinition RULED = form(
            """
            {key:'rooms', type:'number', label:{'zh-CN':'间数'}},
            {key:'let', type:'number', label:{'zh-CN':'出租间数', en:'Rooms let'}},
            {key:'owners', type:'rows', label:{'zh-CN':'共有人'}, fields:[
              {key:'name', type:'text', label:{'zh-CN':'姓名'}, required:true},
              {key:'from', type:'date', label:{'zh-CN':'开始'}},
              {key:'to', type:'date', label:{'zh-CN':'结束'}},
              {key:'share', type:'number', label:{'zh-CN':'份额'}, required:true}]}
            """,
            """
            {key:'letWithin', when:{field:'let', present:true}, holds:{field:'let', atMost:'@rooms'},
             message:{'zh-CN':'不能多于间数', en:'not more than there are'}, at:'let'},
            {key:'whole', when:{field:'owners', present:true}, holds:{field:'owners', sum:'share', is:100},
             message:{'zh-CN':'各人份额之和应为100'}, at:'owners'},
            {key:'order', each:'owners', when:{field:'to', present:true}, holds:{field:'to', atLeast:'@from'},
             message:{'zh-CN':'应在开始之后'}, at:'to'}
            """);

    @Test
    void whatSeveralAnswersHaveToFitTogetherToIsSaidAtOneOfThem() {
        assertEquals(List.of(), codes(RULED, "rooms:3, let:3, owners:[{name:'甲', share:40}, {name:'乙', share:60}]"));
        assertEquals("“出租间数”：不能多于间数。", message(RULED, "rooms:3, let:4", Language.ZH));
        assertEquals("“Rooms let”: not more than there are.", message(RULED, "rooms:3, let:4", Language.EN));
        assertEquals(List.of("owners RULE"), codes(RULED, "owners:[{name:'甲', share:40}]"));
    }

    @Test
    void aRuleOfEveryRowNamesTheRow() {
        String rows = "owners:[{name:'甲', share:40}, {name:'乙', share:60, from:'2026-02-01', to:'2026-01-01'}]";
        assertEquals(List.of("owners[1].to RULE"), codes(RULED, rows));
        assertEquals("共有人第2项的“结束”：应在开始之后。", message(RULED, rows, Language.ZH));
    }

    @Test
    void aRuleIsSilentWhileTheQuestionItselfIsWrong() {
        assertEquals(List.of("let NOT_A_NUMBER"), codes(RULED, "rooms:3, let:'四'"));
        assertEquals(List.of("owners[0].name REQUIRED"), codes(RULED, "owners:[{share:40}]"));
    }

    @Test
    void aRuleLooksAtNothingThatComesLaterOrIsNotThere() {
        String a = "{key:'a', type:'text', " + L + "}";
        String message = "message:{'zh-CN':'不对'}";
        refused(a, "{key:'r', holds:{field:'b', is:'x'}, " + message + ", at:'a'}", "引用的问题不存在");
        refused(a, "{key:'r', holds:{field:'a', is:'x'}, " + message + ", at:'b'}", "没有这个问题");
        refused(
                a,
                "{key:'r', holds:{field:'a', is:'x'}, " + message + ", at:'a'},"
                        + "{key:'r', holds:{field:'a', is:'x'}, " + message + ", at:'a'}",
                "重复出现");
    }

    // --- worked out ---

    private static final FormDefinition RECKONED = form(
            """
            {key:'id', type:'idNumber', label:{'zh-CN':'身份证号码'}},
            {key:'age', type:'computed', label:{'zh-CN':'年龄'}, unit:{'zh-CN':'周岁'}, compute:{age:'id'}},
            {key:'members', type:'rows', label:{'zh-CN':'成员'}, fields:[
              {key:'name', type:'text', label:{'zh-CN':'姓名'}},
              {key:'pay', type:'money', label:{'zh-CN':'工资'}},
              {key:'other', type:'money', label:{'zh-CN':'其他'}},
              {key:'both', type:'computed', label:{'zh-CN':'合计'}, compute:{sum:['pay','other']}}]},
            {key:'count', type:'computed', label:{'zh-CN':'人数'}, compute:{count:'members'}},
            {key:'earning', type:'computed', label:{'zh-CN':'有收入'}, compute:{count:'members', where:{field:'both', atLeast:1}}},
            {key:'income', type:'computed', label:{'zh-CN':'总收入'}, compute:{sum:['members.both']}},
            {key:'head', type:'computed', label:{'zh-CN':'人均'}, compute:{quotient:['income','count']}, max:2000,
             rangeMessage:{'zh-CN':'高于标准'}},
            {key:'names', type:'computed', label:{'zh-CN':'姓名'}, compute:{join:['members.name'], with:'、'}},
            {key:'year', type:'computed', label:{'zh-CN':'全年'}, compute:{product:['income', 12]}},
            {key:'left', type:'computed', label:{'zh-CN':'余额'}, compute:{difference:[5000,'income']}}
            """);

    @Test
    void whatIsWorkedOutFollowsTheAnswersAndIsNeverTakenFromOutside() {
        ObjectNode answers = normal(
                RECKONED,
                "id:'999999199001010016', age:7, head:1, count:99,"
                        + "members:[{name:'甲', pay:'1,000.10', both:5}, {name:'乙', pay:2000, other:'0.2'}, {name:'丙'}]");
        assertEquals(36, answers.path("age").intValue());
        assertEquals("1000.1", answers.path("members").path(0).path("both").asText());
        assertEquals(3, answers.path("count").intValue());
        assertEquals(2, answers.path("earning").intValue());
        assertEquals("3000.3", answers.path("income").asText());
        assertEquals("1000.1", answers.path("head").asText());
        assertEquals("36003.6", answers.path("year").asText());
        assertEquals("1999.7", answers.path("left").asText());
        assertEquals("甲、乙、丙", answers.path("names").asText());
        assertEquals(answers, RECKONED.normalise(answers), "once more it is the same");
    }

    @Test
    void whatLacksItsTermsIsNotWorkedOutAndNobodyIsAskedForIt() {
        ObjectNode answers = normal(RECKONED, "");
        assertEquals(0, answers.path("count").intValue());
        assertFalse(answers.has("age") || answers.has("income") || answers.has("head") || answers.has("names"));
        assertEquals(List.of(), codes(RECKONED, ""));
    }

    @Test
    void whatIsWorkedOutMayHaveBounds() {
        assertEquals("“人均”：高于标准。", message(RECKONED, "members:[{name:'甲', pay:2000.01}]", Language.ZH));
    }

    @Test
    void theYearsCountOnTheBirthday() {
        FormDefinition at = form(
                """
                {key:'born', type:'date', label:{'zh-CN':'出生'}},
                {key:'on', type:'date', label:{'zh-CN':'到'}},
                {key:'age', type:'computed', label:{'zh-CN':'年龄'}, compute:{age:'born', at:'on'}}
                """);
        assertEquals(
                17, normal(at, "born:'2008-11-23', on:'2026-11-22'").path("age").intValue());
        assertEquals(
                18, normal(at, "born:'2008-11-23', on:'2026-11-23'").path("age").intValue());
        assertFalse(normal(at, "born:'2008-11-23', on:'2008-11-22'").has("age"), "not born yet");
        assertFalse(normal(at, "born:'2008-11-23', on:'2026-11-23'").has("@today"), "nothing counts from today");
    }

    @Test
    void aComputationSaysHowAndLooksAtEarlierQuestions() {
        refused("{key:'a', type:'computed', " + L + "}", "", "缺少");
        refused("{key:'a', type:'computed', " + L + ", compute:{sum:['b']}}", "", "不在本问题之前");
        refused("{key:'a', type:'computed', " + L + ", compute:{difference:[1]}}", "", "至少写 2 项");
        refused("{key:'a', type:'computed', required:true, " + L + ", compute:{sum:[1]}}", "", "由系统填写");
        refused("{key:'a', type:'text', " + L + ", compute:{sum:[1]}}", "", "只用于 computed");
    }

    // --- days counted from today ---

    @Test
    void aConditionMayCountFromTheDayTheAnswersWereGivenOn() {
        FormDefinition recent = form(
                """
                {key:'fired', type:'date', label:{'zh-CN':'失业日期'}},
                {key:'late', type:'text', label:{'zh-CN':'逾期原因'}, required:true, showWhen:{field:'fired', atMost:'today-60d'}}
                """);
        assertEquals(List.of(), codes(recent, "fired:'2026-11-01'"));
        assertEquals(List.of("late REQUIRED"), codes(recent, "fired:'2026-09-01'"));
        ObjectNode given = normal(recent, "fired:'2026-11-01', '@today':'2020-01-01'");
        assertEquals("2026-11-23", given.path("@today").asText(), "nobody else says what day it is");
        assertEquals(given, recent.normalise(given), "and the day stays");
    }

    // --- kinds ---

    @Test
    void aBankCardIsReadAsPrintedAndItsCheckDigitIsReckoned() {
        FormDefinition card = form("{key:'card', type:'bankCard', label:{'zh-CN':'银行卡号', en:'Card'}}");
        assertEquals(
                "6222021234567890128",
                normal(card, "card:'６２２２ 0212-3456 7890 128'").path("card").asText());
        assertEquals(List.of("card BANK_CARD_CHECK"), codes(card, "card:'6222021234567890123'"));
        assertEquals(List.of("card BANK_CARD_FORMAT"), codes(card, "card:'62220212345'"));
        assertEquals(List.of("card BANK_CARD_FORMAT"), codes(card, "card:'62220212345678901280'"));
        assertEquals("银行卡号=***************" + "0128", shown(card, "card:'6222021234567890128'", true));
        assertEquals("银行卡号=6222 0212 3456 7890 128", shown(card, "card:'6222021234567890128'", false));
        assertEquals("“Card” has 12 to 19 digits. Check it against the card.", message(card, "card:'12'", Language.EN));
    }

    @Test
    void anAccountMayBeAPassbookButWhatLooksLikeACardIsChecked() {
        FormDefinition account = form("{key:'no', type:'bankAccount', label:{'zh-CN':'银行账号'}}");
        assertEquals(List.of(), codes(account, "no:'31050182360000001'"));
        assertEquals(List.of(), codes(account, "no:'6222021234567890128'"));
        assertEquals(List.of("no BANK_CARD_CHECK"), codes(account, "no:'6222021234567890123'"));
        assertEquals(List.of("no BANK_ACCOUNT_FORMAT"), codes(account, "no:'310-5018'"));
    }

    @Test
    void moneyIsReadAsPeopleWriteItAndKeptExactly() {
        FormDefinition money = form("{key:'sum', type:'money', label:{'zh-CN':'金额', en:'Amount'}, max:100000}");
        for (String typed : List.of("1234.5", "'１，２３４．５０'", "'¥1,234.50元'", "'1234.50'", "'人民币1,234.5元整'")) {
            assertEquals("1234.5", normal(money, "sum:" + typed).path("sum").asText(), typed);
        }
        assertEquals("12000", normal(money, "sum:'1.2万元'").path("sum").asText());
        assertEquals(List.of("sum NOT_MONEY"), codes(money, "sum:'一千'"));
        assertEquals(List.of("sum TOO_PRECISE"), codes(money, "sum:'1.234'"));
        assertEquals(List.of("sum TOO_SMALL"), codes(money, "sum:-1"));
        assertEquals(List.of("sum TOO_LARGE"), codes(money, "sum:'10.1万'"));
        assertEquals("金额=1,234.50元", shown(money, "sum:1234.5", true));
        assertEquals("金额=12,000元", shown(money, "sum:12000", true));
        assertEquals("“金额”应填金额，如 1234.50 或 1,234.50，单位元。", message(money, "sum:'一千'", Language.ZH));
    }

    private static final FormDefinition LEASE = form(
            """
            {key:'lease', type:'dateRange', label:{'zh-CN':'租期', en:'Lease'}, required:true, min:'2026-01-01',
             shortest:'6m', longest:'20y'},
            {key:'job', type:'dateRange', label:{'zh-CN':'任职时间'}, openEnd:true}
            """);

    @Test
    void aTimeHasTwoEndsInOrderAndOfTheLengthAsked() {
        assertEquals(List.of(), codes(LEASE, "lease:{from:'2026年3月1日', to:'20260831'}, job:{from:'2026-01-01'}"));
        assertEquals(List.of("lease.to TOO_SHORT"), codes(LEASE, "lease:{from:'2026-03-01', to:'2026-08-30'}"));
        assertEquals(List.of("lease.to TOO_LONG"), codes(LEASE, "lease:{from:'2026-03-01', to:'2046-03-01'}"));
        assertEquals(List.of("lease.to TO_BEFORE_FROM"), codes(LEASE, "lease:{from:'2026-03-01', to:'2026-02-01'}"));
        assertEquals(List.of("lease.from TOO_EARLY"), codes(LEASE, "lease:{from:'2025-12-31', to:'2026-12-01'}"));
        assertEquals(List.of("lease.to REQUIRED"), codes(LEASE, "lease:{from:'2026-03-01'}"));
        assertEquals(List.of("lease.from NOT_A_DATE"), codes(LEASE, "lease:{from:'2026-02-30', to:'2027-02-01'}"));
        assertEquals(List.of("lease REQUIRED"), codes(LEASE, "lease:{}"));
        assertEquals("请填写“租期”的结束日期。", message(LEASE, "lease:{from:'2026-03-01'}", Language.ZH));
        assertEquals(
                "The last date of “Lease” is before the first. Check both.",
                message(LEASE, "lease:{from:'2026-03-01', to:'2026-02-01'}", Language.EN));
        assertEquals(
                "租期=2026年3月1日至2027年2月28日;任职时间=2026年1月1日起",
                shown(LEASE, "lease:{from:'2026-03-01', to:'2027-02-28'}, job:{from:'2026-01-01'}", true));
    }

    @Test
    void whatBelongsToAnotherKindIsRefused() {
        refused("{key:'a', type:'date', " + L + ", openEnd:true}", "", "只用于 dateRange");
        refused("{key:'a', type:'dateRange', " + L + ", longest:'a year'}", "", "时长写作");
        refused("{key:'a', type:'declaration', " + L + "}", "", "缺少");
        refused("{key:'a', type:'file', " + L + "}", "", "缺少");
        refused(
                "{key:'a', type:'rows', " + L + ", fields:[{key:'s', type:'signature', " + L + "}]}",
                "",
                "不能有 signature");
    }

    @Test
    void aDeclarationIsTickedForItsOwnWordsOnly() {
        String first = "{key:'true1', type:'declaration', required:true, label:{'zh-CN':'承诺'}, text:{'zh-CN':'所填属实'}}";
        FormDefinition form = form(first);
        assertEquals(List.of("true1 REQUIRED"), codes(form, ""));
        assertEquals("请阅读“承诺”并勾选确认。", message(form, "true1:false", Language.ZH));
        assertEquals(List.of(), codes(form, "true1:true"));
        ObjectNode ticked = normal(form, "true1:'on'");
        assertEquals("承诺=已阅读并确认：所填属实", shown(form, "true1:true", true));
        FormDefinition other = form(first.replace("所填属实", "所填属实，愿意核对"));
        assertEquals(
                List.of("answers.true1 DECLARATION_CHANGED"),
                other.check(other.normalise(ticked), TODAY, Language.ZH).stream()
                        .map(problem -> problem.path() + " " + problem.code())
                        .toList());
    }

    private static final FormDefinition SIGNED = form(
            """
            {key:'what', type:'text', label:{'zh-CN':'事由'}},
            {key:'sign', type:'signature', label:{'zh-CN':'签名', en:'Signature'}, required:true}
            """);
    private static final Signer WANG =
            new Signer("P1", Set.of("王秀兰"), Signer.Way.TYPED, Instant.parse("2026-11-23T02:00:00Z"));

    private static List<String> signed(ObjectNode answers) {
        return SIGNED.check(answers, TODAY, Language.ZH).stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    @Test
    void aSignatureStandsForTheAnswersItWasPutUnder() {
        ObjectNode answers = normal(SIGNED, "what:'开店', sign:{name:'王 秀兰', confirmed:true}");
        assertEquals(List.of("answers.sign.name SIGNATURE_UNCONFIRMED"), signed(answers), "not by itself");
        SIGNED.sign(answers, WANG);
        assertEquals(List.of(), signed(answers));
        assertEquals(List.of(), signed(SIGNED.normalise(answers)));
        assertEquals(
                "事由=开店;签名=王 秀兰（网上签名，2026年11月23日）",
                SIGNED.display(answers, Language.ZH).stream()
                        .flatMap(section -> section.rows().stream())
                        .map(row -> row.label() + "=" + row.value())
                        .reduce((a, b) -> a + ";" + b)
                        .orElse(""));
        answers.put("what", "关店");
        assertEquals(List.of("answers.sign.name SIGNATURE_STALE"), signed(answers));
    }

    @Test
    void nobodySignsUnderAnothersName() {
        ObjectNode answers = normal(SIGNED, "what:'开店', sign:{name:'李四', confirmed:'on'}");
        SIGNED.sign(answers, WANG);
        assertEquals(List.of("answers.sign.name SIGNATURE_UNCONFIRMED"), signed(answers));
    }

    @Test
    void aFileQuestionAsksForNothingItself() {
        FormDefinition file = form("{key:'plan', type:'file', label:{'zh-CN':'平面图'}, material:'floor-plan'}");
        assertEquals(List.of(), codes(file, ""));
        assertTrue(normal(file, "plan:'x'").isEmpty());
    }

    @Test
    void membersOfAFamilyHaveTheirUsualColumns() {
        FormDefinition family = form(
                """
                {key:'members', type:'family', label:{'zh-CN':'家庭成员'}, minRows:1, columns:['name','relation','idNumber','income'],
                 fields:[{key:'student', type:'yesno', label:{'zh-CN':'在读'}}]}
                """);
        Field members = family.field("members").orElseThrow();
        assertEquals(
                List.of("name", "relation", "idNumber", "income", "student"),
                members.fields().stream().map(Field::key).toList());
        assertEquals("member.income", members.fields().get(3).dataElement().orElseThrow());
        assertEquals(
                List.of("members[0].relation REQUIRED"),
                codes(family, "members:[{name:'甲', idNumber:'999999199001010016', income:0}]"));
        refused("{key:'m', type:'family', " + L + ", columns:['shoe']}", "", "没有这一栏");
    }

    private static final FormDefinition NESTED = form(
            """
            {key:'homes', type:'rows', label:{'zh-CN':'房屋', en:'House'}, fields:[
              {key:'where', type:'text', label:{'zh-CN':'坐落', en:'Where'}, required:true},
              {key:'owners', type:'rows', label:{'zh-CN':'共有人', en:'Owner'}, minRows:1, fields:[
                {key:'name', type:'text', label:{'zh-CN':'姓名', en:'Name'}, required:true},
                {key:'shared', type:'text', label:{'zh-CN':'份额', en:'Share'}, showWhen:{field:'where', is:'合有'}}]}]}
            """);

    @Test
    void rowsMayStandInRowsOnce() {
        String answers = "homes:[{where:'湖滨路1号', owners:[{name:'甲'}, {name:'乙', shared:'x'}, {}]}]";
        assertEquals(List.of(), codes(NESTED, answers));
        assertEquals(2, normal(NESTED, answers).at("/homes/0/owners").size());
        assertEquals("房屋 1 · 坐落=湖滨路1号;房屋 1 · 共有人 1 · 姓名=甲;房屋 1 · 共有人 2 · 姓名=乙", shown(NESTED, answers, true));
        String lacking = "homes:[{where:'合有', owners:[{name:'甲'}, {shared:'一半'}]}]";
        assertEquals(List.of("homes[0].owners[1].name REQUIRED"), codes(NESTED, lacking));
        assertEquals("请填写房屋第1项的共有人第2项的“姓名”。", message(NESTED, lacking, Language.ZH));
        assertEquals("Fill in “House 1, Owner 2, Name”.", message(NESTED, lacking, Language.EN));
        assertEquals(List.of("homes[0].owners REQUIRED"), codes(NESTED, "homes:[{where:'合有'}]"));
        String rows = "fields:[{key:'c', type:'rows', " + L + ", fields:[{key:'d', type:'text', " + L + "}]}]";
        refused(
                "{key:'a', type:'rows', " + L + ", fields:[{key:'b', type:'rows', " + L + ", " + rows + "}]}",
                "",
                "最多再有一层");
    }

    @Test
    void whatIsNoTextIsNotTakenForOne() {
        FormDefinition text = form("{key:'a', type:'text', label:{'zh-CN':'姓名'}}");
        assertEquals(List.of("a BAD_FORMAT"), codes(text, "a:{b:1}"));
        assertEquals("“姓名”应填文字。", message(text, "a:['x']", Language.ZH));
    }
}
