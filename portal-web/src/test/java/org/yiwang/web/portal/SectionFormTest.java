package org.yiwang.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.platform.Problem;

class SectionFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static final FormDefinition FORM = FormDefinition.parse(
            json(
                    """
            {'format':1,'sections':[
              {'key':'who','title':{'zh-CN':'本人'},'fields':[
                {'key':'married','type':'yesno','label':{'zh-CN':'已婚'},'required':true}]},
              {'key':'home','title':{'zh-CN':'家庭'},'fields':[
                {'key':'spouse','type':'text','label':{'zh-CN':'配偶'},'required':true,'showWhen':{'field':'married','is':true}},
                {'key':'where','type':'address','label':{'zh-CN':'住址'},'required':true},
                {'key':'members','type':'rows','label':{'zh-CN':'成员'},'required':false,'minRows':0,'maxRows':3,'fields':[
                  {'key':'name','type':'text','label':{'zh-CN':'姓名'},'required':true}]}]}]}
            """));

    private static final SectionForm HOME =
            new SectionForm(FORM, FORM.section("home").orElseThrow());

    @Test
    void aQuestionNotDueIsGivenWithItsConditionForTheScript() {
        FieldView spouse = HOME.fields(json("{'married':false}"), List.of()).get(0);
        assertFalse(spouse.shown());
        assertEquals(json("{'field':'married','is':true}"), json(spouse.showWhen()));
        assertTrue(HOME.fields(json("{'married':true}"), List.of()).get(0).shown());
    }

    @Test
    void onlyAnswersThatConditionsLookAtGoToTheScript() {
        assertEquals(json("{'married':true}"), HOME.earlier(json("{'married':true,'idNumber':'999999199001010016'}")));
    }

    @Test
    void inputsBecomeAnswersAndWhatIsEmptyBecomesNull() {
        JsonNode typed = HOME.read(Map.of(
                "spouse", new String[] {" "},
                "where.division", new String[] {"999901001"},
                "where.detail", new String[] {"湖滨路1号"},
                "members.0.name", new String[] {"甲"},
                "members.2.name", new String[] {"乙"}));
        assertTrue(typed.get("spouse").isNull());
        assertEquals(json("{'division':'999901001','detail':'湖滨路1号'}"), typed.get("where"));
        assertEquals(json("[{'name':'甲'},{'name':'乙'}]"), typed.get("members"));
    }

    @Test
    void anErrorIsShownAtTheInputItIsAbout() {
        List<FieldView> fields = HOME.fields(
                json("{'members':[{},{}]}"),
                List.of(
                        new Problem("answers.members[1].name", "REQUIRED", "请填写姓名。"),
                        new Problem("answers.where.detail", "REQUIRED", "请填写详细地址。")));
        assertEquals("请填写详细地址。", fields.get(1).errorAt("detail"));
        assertTrue(fields.get(1).wrong());
        assertNull(fields.get(2).rows().get(0).get(0).error());
        assertEquals("请填写姓名。", fields.get(2).rows().get(1).get(0).error());
        assertEquals("f-members-1-name", fields.get(2).rows().get(1).get(0).id());
    }

    @Test
    void aPageComesBackWithAsManyRowsAsItHadEmptyOnesAmongThem() {
        assertEquals(List.of("甲", ""), names("{'members':[{'name':'甲'}]}", "members:2"));
        assertEquals(List.of("", ""), names("{}", "members:2"), "though none of them is filled in");
        assertEquals(List.of("甲"), names("{'members':[{'name':'甲'}]}", ""), "by itself it has no empty ones");
        assertEquals(List.of("甲"), names("{'members':[{'name':'甲'}]}", "others:3"));
    }

    @Test
    void thereAreNeverMoreRowsThanTheFormTakesAndNoneThatWasTypedIsHidden() {
        assertEquals(List.of("甲", "", ""), names("{'members':[{'name':'甲'}]}", "members:99"));
        assertEquals(
                List.of("甲", "乙", "丙", "丁"),
                names("{'members':[{'name':'甲'},{'name':'乙'},{'name':'丙'},{'name':'丁'}]}", "members:1"));
        assertEquals(List.of("甲"), names("{'members':[{'name':'甲'}]}", "members:9999;drop"));
    }

    private static List<String> names(String answers, String shown) {
        return HOME.fields(json(answers), List.of(), RowsShown.parse(shown)).get(2).rows().stream()
                .map(row -> row.get(0).value())
                .toList();
    }
}
