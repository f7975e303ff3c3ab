package org.yiwang.forms.catalogue.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.platform.Problem;

class FormDefinitionTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final FormDefinition FORM = form(
            """
            {key:'name', type:'text', label:{'zh-CN':'姓名', en:'Name'}, required:true, maxLength:5},
            {key:'note', type:'longText', label:{'zh-CN':'说明'}, maxLength:20},
            {key:'area', type:'number', label:{'zh-CN':'面积', en:'Area'}, min:1, max:200.5, unit:{'zh-CN':'平方米', en:'m²'}},
            {key:'start', type:'date', label:{'zh-CN':'开始日期', en:'Start'}, min:'today', max:'today+1y'},
            {key:'end', type:'date', label:{'zh-CN':'结束日期'}, min:'@start'},
            {key:'kind', type:'choice', label:{'zh-CN':'类型', en:'Kind'}, required:true, options:[
              {value:'a', label:{'zh-CN':'甲'}}, {value:'b', label:{'zh-CN':'乙'}}]},
            {key:'many', type:'multiChoice', label:{'zh-CN':'项目'}, options:[
              {value:'x', label:{'zh-CN':'热食'}}, {value:'y', label:{'zh-CN':'冷食'}}]},
            {key:'agree', type:'yesno', label:{'zh-CN':'是否同意'}},
            {key:'id', type:'idNumber', label:{'zh-CN':'身份证号码', en:'ID number'}, max:'today-18y'},
            {key:'code', type:'creditCode', label:{'zh-CN':'信用代码', en:'Credit code'}},
            {key:'phone', type:'phone', label:{'zh-CN':'电话'}},
            {key:'card', type:'text', label:{'zh-CN':'卡号'}, sensitive:true, pattern:'[0-9]{12,19}', patternMessage:{'zh-CN':'应为12至19位数字'}},
            {key:'home', type:'address', label:{'zh-CN':'住址'}},
            {key:'other', type:'text', label:{'zh-CN':'其他类型'}, required:true, showWhen:{field:'kind', is:'b'}},
            {key:'household', type:'rows', label:{'zh-CN':'家庭成员', en:'Household'}, minRows:1, maxRows:2, fields:[
              {key:'name', type:'text', label:{'zh-CN':'姓名', en:'Name'}, required:true},
              {key:'student', type:'yesno', label:{'zh-CN':'是否在读'}},
              {key:'school', type:'text', label:{'zh-CN':'学校'}, required:true, showWhen:{field:'student', is:true}},
              {key:'idNumber', type:'idNumber', label:{'zh-CN':'身份证号码'}}]}
            """);

    private static final String GOOD = "name:'王秀兰', kind:'a', household:[{name:'王建国'}]";

    @Test
    void aQuestionThatComesUpBecauseOfAnAnswerDependsOnIt() {
        assertEquals(Set.of("kind", "other"), FORM.withDependants(Set.of("kind")));
        assertEquals(Set.of("name"), FORM.withDependants(Set.of("name")));
        FormDefinition chain = form(
                """
                {key:'a', type:'yesno', label:{'zh-CN':'甲'}},
                {key:'b', type:'yesno', label:{'zh-CN':'乙'}, showWhen:{field:'a', is:true}},
                {key:'c', type:'text', label:{'zh-CN':'丙'}, showWhen:{field:'b', is:true}}
                """);
        assertEquals(Set.of("a", "b", "c"), chain.withDependants(Set.of("a")));
    }

    private static FormDefinition form(String fields) {
        return FormDefinition.parse(
                json("{format:1, sections:[{key:'one', title:{'zh-CN':'第一节'}, fields:[" + fields + "]}]}"));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    private static ObjectNode normal(String answers) {
        return FORM.normalise(json("{" + answers + "}"));
    }

    private static List<String> codes(String answers) {
        return FORM.check(normal(answers), TODAY, Language.ZH).stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    private static String message(String answers) {
        List<Problem> problems = FORM.check(normal(answers), TODAY, Language.ZH);
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0).message();
    }

    @Test
    void acceptsGoodAnswers() {
        assertEquals(List.of(), codes(GOOD));
    }

    @Test
    void namesTheQuestionThatMustBeAnswered() {
        assertEquals(
                List.of("answers.name REQUIRED", "answers.kind REQUIRED", "answers.household REQUIRED"), codes(""));
        assertEquals("请填写“姓名”。", message("name:'  ', kind:'a', household:[{name:'王建国'}]"));
        assertEquals("请选择“类型”。", message("name:'王', household:[{name:'王建国'}]"));
    }

    @Test
    void dropsBlanksUnknownAndHiddenAnswers() {
        ObjectNode answers = normal(GOOD + ", other:'藏着', unknown:'x', note:'', agree:null");
        assertEquals(json("{" + GOOD + "}"), answers);
    }

    @Test
    void whatWasAskedOnlyForAnotherAnswerIsGoneWhenThatChanges() {
        String shown = "name:'王', kind:'b', other:'丙', household:[{name:'王建国'}]";
        assertEquals("丙", normal(shown).path("other").asText());
        ObjectNode changed = normal(shown).put("kind", "a");
        assertFalse(FORM.normalise(changed).has("other"));
    }

    @Test
    void readsNumbersDatesAndCodesAsPeopleTypeThem() {
        ObjectNode answers = normal(GOOD
                + ", area:'１，００５．５０', start:'2026年12月1日', end:'2026/12/2', agree:'是', many:'y', phone:'+86 138-0013-8000',"
                + " id:' ９９９９９９ 19900101 0016', code:'91000000ma0000000n', note:' 一\\r\\n二 '");
        assertEquals("1005.5", answers.path("area").asText());
        assertEquals("2026-12-01", answers.path("start").asText());
        assertEquals("2026-12-02", answers.path("end").asText());
        assertTrue(answers.path("agree").booleanValue());
        assertEquals("y", answers.path("many").path(0).asText());
        assertEquals("13800138000", answers.path("phone").asText());
        assertEquals("999999199001010016", answers.path("id").asText());
        assertEquals("91000000MA0000000N", answers.path("code").asText());
        assertEquals("一\n二", answers.path("note").asText());
    }

    @Test
    void normalisingTwiceChangesNothing() {
        ObjectNode once =
                normal(GOOD + ", area:'12.50', start:'20261201', many:['y','x','y'], id:'11010519491231002x'");
        assertEquals(once, FORM.normalise(once));
    }

    @Test
    void keepsWhatCannotBeReadAndSaysWhatIsWrongWithIt() {
        assertEquals(
                List.of(
                        "answers.area NOT_A_NUMBER",
                        "answers.start NOT_A_DATE",
                        "answers.many NOT_AN_OPTION",
                        "answers.agree NOT_AN_OPTION"),
                codes(GOOD + ", area:'很大', start:'2026-02-30', many:['x','z'], agree:'也许'"));
        assertEquals("很大", normal(GOOD + ", area:'很大'").path("area").asText());
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertEquals("“姓名”最多5个字，现在有6个字，请精简。", message("name:'一二三四五六', kind:'a', household:[{name:'王'}]"));
        // A rare character is one character, whatever it takes in memory.
        assertEquals(
                List.of(),
                codes(
                        "name:'\ud842\udfb7\ud842\udfb7\ud842\udfb7\ud842\udfb7\ud842\udfb7', kind:'a', household:[{name:'王'}]"));
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertEquals("“面积”不能小于1平方米，请核对。", message(GOOD + ", area:0.5"));
        assertEquals("“面积”不能大于200.5平方米，请核对。", message(GOOD + ", area:201"));
    }

    @Test
    void refusesDatesOutOfRangeAlsoAgainstOtherAnswers() {
        assertEquals("“开始日期”不能早于2026年11月23日，请核对。", message(GOOD + ", start:'2026-11-22'"));
        assertEquals(List.of("answers.start TOO_LATE"), codes(GOOD + ", start:'2027-11-24'"));
        assertEquals("“结束日期”不能早于2026年12月1日，请核对。", message(GOOD + ", start:'2026-12-01', end:'2026-11-30'"));
    }

    @Test
    void refusesIdNumbersThatCannotBe() {
        assertEquals(List.of(), codes(GOOD + ", id:'11010519491231002x'"));
        assertEquals(List.of(), codes(GOOD + ", id:'440524188001010014'"));
        assertEquals(List.of("answers.id ID_NUMBER_CHECK"), codes(GOOD + ", id:'110105194912310021'"));
        assertEquals(List.of("answers.id ID_NUMBER_FORMAT"), codes(GOOD + ", id:'1101051949123100'"));
        assertEquals(List.of("answers.id TOO_LATE"), codes(GOOD + ", id:'999999201602290025'"));
        assertTrue(message(GOOD + ", id:'110105194912310021'").startsWith("“身份证号码”："));
    }

    @Test
    void refusesCreditCodesThatCannotBe() {
        for (String good :
                List.of("91350100M000100Y43", "11110000000021135M", "11430000006122244L", "11370800MB28559184")) {
            assertEquals(List.of(), codes(GOOD + ", code:'" + good + "'"));
        }
        assertEquals(List.of("answers.code CREDIT_CODE_CHECK"), codes(GOOD + ", code:'91350100M000100Y42'"));
        assertEquals(List.of("answers.code CREDIT_CODE_FORMAT"), codes(GOOD + ", code:'91350100O000100Y43'"));
    }

    @Test
    void refusesPhonesAndPatterns() {
        assertEquals(List.of("answers.phone PHONE_FORMAT"), codes(GOOD + ", phone:'12345'"));
        assertEquals("“卡号”：应为12至19位数字。", message(GOOD + ", card:'6222'"));
    }

    @Test
    void anAddressNeedsDivisionAndDetail() {
        assertEquals(List.of("answers.home.detail REQUIRED"), codes(GOOD + ", home:{division:'999901001'}"));
        assertEquals(
                List.of("answers.home.division NOT_AN_OPTION"),
                codes(GOOD + ", home:{division:'110000', detail:'1号'}"));
        assertEquals(List.of(), codes(GOOD + ", home:{division:'999901001', detail:'湖滨路18号'}"));
    }

    @Test
    void everyRowIsCheckedAndNamed() {
        String rows = "name:'王', kind:'a', household:[{name:'王建国'},{student:true, idNumber:'999999199001010017'}]";
        assertEquals(
                List.of(
                        "answers.household[1].name REQUIRED",
                        "answers.household[1].school REQUIRED",
                        "answers.household[1].idNumber ID_NUMBER_CHECK"),
                codes(rows));
        List<Problem> problems = FORM.check(normal(rows), TODAY, Language.ZH);
        assertEquals("请填写家庭成员第2项的“姓名”。", problems.get(0).message());
    }

    @Test
    void emptyRowsAreDroppedAndTooManyRefused() {
        assertEquals(
                1,
                normal(GOOD.replace("]", ",{},{name:' '}]")).path("household").size());
        assertEquals(
                List.of("answers.household TOO_MANY_ROWS"),
                codes("name:'王', kind:'a', household:[{name:'一'},{name:'二'},{name:'三'}]"));
    }

    @Test
    void speaksEnglishToo() {
        List<String> messages =
                FORM.check(normal("area:500, id:'1', household:[{student:true}]"), TODAY, Language.EN).stream()
                        .map(Problem::message)
                        .toList();
        assertEquals("Fill in “Name”.", messages.get(0));
        assertEquals("“Area” must be at most 200.5 m².", messages.get(1));
        assertEquals("Choose an answer for “Kind”.", messages.get(2));
        assertTrue(messages.get(3).startsWith("“ID number” has 18 characters"));
        assertEquals("Fill in “Household 1, Name”.", messages.get(4));
    }

    @Test
    void checksOneSectionOnItsOwn() {
        FormDefinition two = FormDefinition.parse(
                json(
                        """
                {format:1, sections:[
                  {key:'one', title:{'zh-CN':'一'}, fields:[{key:'a', type:'text', label:{'zh-CN':'甲'}, required:true}]},
                  {key:'two', title:{'zh-CN':'二'}, fields:[{key:'b', type:'text', label:{'zh-CN':'乙'}, required:true, showWhen:{field:'a', present:true}}]}]}
                """));
        ObjectNode none = two.normalise(json("{}"));
        assertEquals(1, two.checkSection("one", none, TODAY, Language.ZH).size());
        assertEquals(0, two.checkSection("two", none, TODAY, Language.ZH).size());
        assertEquals(1, two.visible(none).size());
        assertEquals(2, two.visible(two.normalise(json("{a:'x'}"))).size());
    }

    @Test
    void showsAnswersAsPeopleReadThemAndMasksNumbers() {
        ObjectNode answers = normal(GOOD
                + ", area:12.50, start:'2026-12-01', many:['x','y'], agree:false, id:'999999199001010016', phone:'13800138000',"
                + " card:'6222000000000000123', home:{division:'999901001', detail:'湖滨路18号'}");
        DisplaySection section = FORM.display(answers, Language.ZH).get(0);
        assertEquals("12.5平方米", value(section, "area"));
        assertEquals("2026年12月1日", value(section, "start"));
        assertEquals("甲", value(section, "kind"));
        assertEquals("热食、冷食", value(section, "many"));
        assertEquals("否", value(section, "agree"));
        assertEquals("999999********0016", value(section, "id"));
        assertEquals("138****8000", value(section, "phone"));
        assertEquals("***************0123", value(section, "card"));
        assertEquals("云州市云东区东湖街道湖滨路18号", value(section, "home"));
        assertEquals("王建国", value(section, "household[0].name"));
        DisplaySection open = FORM.display(answers, Language.EN, false).get(0);
        assertEquals("999999199001010016", value(open, "id"));
        assertEquals("1 December 2026", value(open, "start"));
    }

    private static String value(DisplaySection section, String path) {
        return section.rows().stream()
                .filter(row -> row.path().equals(path))
                .map(DisplaySection.Row::value)
                .findFirst()
                .orElse(null);
    }

    @Test
    void hostileInputDoesNoHarm() {
        assertEquals(0, FORM.normalise(JSON.getNodeFactory().textNode("x")).size());
        assertEquals(0, FORM.normalise(JSON.getNodeFactory().nullNode()).size());
        codes("name:{a:[1]}, area:'1e999999999', household:'x', home:'y', many:{a:1}, kind:[1], id:{}");
        codes("name:'" + "长".repeat(100_000) + "', kind:'a', household:[" + "{name:'a'},".repeat(999) + "{}]");
    }

    @Test
    void numbersOfAnySizeAreReadOrRefusedButNeverWrittenOut() {
        for (String number : List.of("1e999999999", "1e-999999999", "1e400", "9".repeat(300), "NaN")) {
            ObjectNode raw = json("{" + GOOD + "}");
            raw.set("area", com.fasterxml.jackson.databind.node.TextNode.valueOf(number));
            if (!number.equals("NaN")) {
                raw.set("start", JSON.getNodeFactory().textNode(number));
                raw.set(
                        "area",
                        com.fasterxml.jackson.databind.node.DecimalNode.valueOf(new java.math.BigDecimal(number)));
            }
            assertTrue(FORM.normalise(raw).path("area").isTextual(), number);
        }
        ObjectNode infinite = json("{" + GOOD + "}").put("area", Double.POSITIVE_INFINITY);
        assertTrue(FORM.normalise(infinite).path("area").isTextual());
        ObjectNode small = json("{" + GOOD + "}").put("area", 0.0001);
        assertEquals("0.0001", FORM.normalise(small).path("area").asText());
        ObjectNode thousand = json("{" + GOOD + "}").put("area", 1000000000d);
        assertEquals(
                "1000000000",
                FORM.normalise(thousand).path("area").decimalValue().toPlainString());
    }

    @Test
    void refusesDefinitionsThatDoNotFitTogether() {
        for (String wrong : List.of(
                "{key:'a', type:'text'}",
                "{key:'a', type:'texte', label:{'zh-CN':'甲'}}",
                "{key:'a', type:'text', label:{en:'A'}}",
                "{key:'a', type:'text', label:{'zh-CN':'甲'}, requird:true}",
                "{key:'a', type:'choice', label:{'zh-CN':'甲'}}",
                "{key:'a', type:'text', label:{'zh-CN':'甲'}, pattern:'['}",
                "{key:'a', type:'number', label:{'zh-CN':'甲'}, min:'today'}",
                "{key:'a', type:'date', label:{'zh-CN':'甲'}, min:'tomorrow'}",
                "{key:'a', type:'text', label:{'zh-CN':'甲'}, showWhen:{field:'later', is:1}}, {key:'later', type:'text', label:{'zh-CN':'乙'}}",
                "{key:'a', type:'text', label:{'zh-CN':'甲'}}, {key:'a', type:'text', label:{'zh-CN':'乙'}}")) {
            DefinitionException refused = assertThrows(DefinitionException.class, () -> form(wrong), wrong);
            assertTrue(refused.getMessage().startsWith("form.json#sections[0].fields["), refused.getMessage());
        }
        assertThrows(DefinitionException.class, () -> FormDefinition.parse(json("{sections:[]}")));
    }
}
