package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.PackageFolder;

/** 全题型: every kind of question once, on the phone with and without script, at the window, over the API and on paper. */
@OnServer
class KitchenSinkJourneyIT {

    private static final String ITEM = "kitchen-sink";
    private static final String CARD = "6222 0212 3456 7890 128";

    private final YiwangServer server;
    private final City city;

    KitchenSinkJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
        publish(folder());
    }

    private static PackageFolder folder() {
        return PackageFolder.read(ITEM)
                .json("item.json", item -> item.putObject("summary").put("zh-CN", "测试批次 " + UUID.randomUUID()));
    }

    private void publish(PackageFolder folder) {
        int version = city.as("admin")
                .post("/packages")
                .file("file", ITEM + ".zip", "application/zip", folder.zip())
                .send()
                .expect(200)
                .json()
                .path("version")
                .asInt();
        Await.until(
                ITEM + " in the catalogue",
                () -> city.as("chenjing")
                                        .get("/items/" + ITEM)
                                        .json()
                                        .path("version")
                                        .asInt()
                                >= version
                        && city.as("chenjing").get("/items/" + ITEM).status() == 200);
    }

    private String draft() {
        return city.as("chenjing")
                .post("/drafts", Api.object("itemCode", ITEM))
                .expect(201)
                .text("/id");
    }

    private LocalDate monthsAgo(int months) {
        return city.today().minusMonths(months);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyKindOfQuestionIsAnsweredOnThePhone(boolean script) {
        String draft = draft();
        String name = script ? "sink" : "sink-without-script";
        try (Screen screen = script ? Screen.phone(server) : Screen.phoneWithoutScript(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/apply/" + draft + "/section/plain");
            plain(screen, citizen, script, name);
            money(screen, citizen, name);
            people(screen, citizen, name);
            end(screen, citizen, name);
        }
        ObjectNode answers = (ObjectNode) draft(draft).path("answers");
        assertEquals("1500.5", answers.path("rent").asText());
        assertEquals("25.01", answers.path("perMetre").asText());
        assertEquals(6000, answers.path("income").asInt());
        assertEquals("citizen:", answers.at("/sign/by").asText().replaceAll("\\d+", ""));
    }

    private JsonNode draft(String id) {
        return city.as("chenjing").get("/drafts/" + id).expect(200).json();
    }

    private void plain(Screen screen, Citizen citizen, boolean script, String name) {
        Page page = citizen.page();
        page.fill("[name=name]", "陈静");
        page.fill("[name=idNumber]", "999999199304180020");
        page.fill("[name=phone]", "13800000101");
        page.check("[name=kind][value=student]");
        assertEquals(script, page.locator("[name=school]").count() == 1, "comes up at once, or with the next page");
        page.check("[name=kind][value=worker]");
        page.check("[name=needs][value=c]");
        page.check("[name=alone][value=false]");
        page.fill("[name=happened]", monthsAgo(2).toString());
        page.selectOption("[name='home.division']", "999901001");
        page.fill("[name='home.detail']", "东湖路100号");
        screen.lookAtBothWidths(name + "-plain");
        screen.assertClean();
        citizen.press("button.big");
        if (!script) {
            citizen.press("button.big");
        }
        citizen.refused("“说明”").refused("超过一个月才申请的原因");
        screen.lookAtBothWidths(name + "-plain-refused");
        page.fill("[name=needsText]", "每周一次");
        page.fill("[name=late]", "不知道可以申请");
        citizen.press("button.big");
        assertTrue(page.url().contains("/section/money"), page::url);
    }

    private void money(Screen screen, Citizen citizen, String name) {
        Page page = citizen.page();
        page.fill("[name=card]", "6222021234567890123");
        page.fill("[name=rent]", "￥1,500.50元");
        page.fill("[name=area]", "６０");
        page.fill("[name='lease.from']", "2026-01-01");
        page.fill("[name='lease.to']", "2026-02-01");
        page.fill("[name='job.from']", "2020-07-01");
        page.setInputFiles("[name=m-lease]", lease());
        screen.lookAtBothWidths(name + "-money");
        screen.assertClean();
        citizen.press("button.big").refused("校验位不对").refused("“租期”至少6个月");
        assertEquals("1500.5", citizen.typed("[name=rent]"));
        assertTrue(page.locator("#f-perMetre output").innerText().contains("25.01"));
        assertTrue(page.locator("#f-leasePaper .filelist").innerText().contains("lease.pdf"), "the good file was kept");
        screen.lookAtBothWidths(name + "-money-refused");
        screen.assertClean();
        page.fill("[name=card]", CARD);
        page.fill("[name='lease.to']", "2026-12-31");
        citizen.press("button.big");
        assertTrue(page.url().contains("/section/people"), page::url);
    }

    private static FilePayload lease() {
        return Officer.scan("lease.pdf");
    }

    private void people(Screen screen, Citizen citizen, String name) {
        Page page = citizen.page();
        member(page, 0, "陈静", "self", "999999199304180020", "6000");
        citizen.press("button[value='add:members']");
        member(page, 1, "李小满", "self", "999999201602290025", "0");
        page.fill("[name='homes.0.where']", "湖滨路18号");
        page.fill("[name='homes.0.owners.0.name']", "陈静");
        page.fill("[name='homes.0.owners.0.share']", "60");
        citizen.press("button[value='add:homes.0.owners']");
        assertEquals("李小满", citizen.typed("[name='members.1.name']"));
        page.fill("[name='homes.0.owners.1.name']", "李明");
        page.fill("[name='homes.0.owners.1.share']", "30");
        citizen.press("button[value='add:homes.0.owners']");
        citizen.press("button[value='remove:homes.0.owners:2']");
        assertEquals("李明", citizen.typed("[name='homes.0.owners.1.name']"));
        screen.lookAtBothWidths(name + "-people");
        screen.assertClean();
        citizen.press("button.big").refused("有且只有一位“本人”").refused("房屋第1项的“共有人”：各人份额之和应为100%");
        screen.lookAtBothWidths(name + "-people-refused");
        screen.assertClean();
        page.check("[name='members.1.relation'][value=child]");
        page.fill("[name='homes.0.owners.1.share']", "40");
        citizen.press("button.big");
        assertTrue(page.url().contains("/section/end"), page::url);
    }

    private static void member(Page page, int at, String name, String relation, String number, String income) {
        String row = "members." + at + ".";
        page.fill("[name='" + row + "name']", name);
        page.check("[name='" + row + "relation'][value=" + relation + "]");
        page.fill("[name='" + row + "idNumber']", number);
        page.fill("[name='" + row + "income']", income);
    }

    private void end(Screen screen, Citizen citizen, String name) {
        Page page = citizen.page();
        page.fill("[name='sign.name']", "李四");
        page.check("[name='sign.confirmed']");
        screen.lookAtBothWidths(name + "-end");
        screen.assertClean();
        citizen.press("button.big").refused("请阅读“诚信声明”并勾选确认").refused("与登录身份一致");
        screen.lookAtBothWidths(name + "-end-refused");
        page.check("[name=truth]");
        page.fill("[name='sign.name']", "陈静");
        page.check("[name='sign.confirmed']");
        citizen.press("button.big");
        assertFalse(page.url().contains("/section/"), page::url);
        citizen.open(page.url().replaceFirst("(/apply/[^/]+).*", "$1/check").replaceFirst("^https?://[^/]+", ""));
        citizen.sees("1,500.50元").sees("2026年1月1日至2026年12月31日").sees("2020年7月1日起");
        citizen.sees("已阅读并确认").sees("网上签名");
        screen.lookAtBothWidths(name + "-check");
        screen.assertClean();
    }

    @Test
    void aPageSavesItselfWhileSomebodyPauses() {
        String draft = draft();
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/apply/" + draft + "/section/money");
            Page page = citizen.page();
            page.fill("[name=rent]", "1200");
            page.fill("[name=area]", "60");
            page.waitForFunction("() => document.getElementById('autosaved').textContent.includes('已自动保存')");
            assertEquals(1200, draft(draft).path("answers").path("rent").asInt());
            assertEquals("20", page.locator("#f-perMetre output").innerText(), "what is worked out comes with it");
            screen.lookAtBothWidths("sink-autosaved");
            page.fill("[name=card]", CARD);
            page.fill("[name='lease.from']", "2026-01-01");
            page.fill("[name='lease.to']", "2026-12-31");
            citizen.press("button.big");
            assertTrue(page.url().contains("/section/people"), "the button goes on from the version saved by itself");
            screen.assertClean();
        }
    }

    @Test
    void aNewerFormPointsOutWhatChangedAndKeepsWhatItDoesNotAsk() {
        String draft = draft();
        city.as("chenjing")
                .put("/drafts/" + draft + "/answers")
                .ifMatch(draft(draft).path("version").asText())
                .json(Api.json("{\"rent\": 1200, \"needs\": [\"c\"], \"needsText\": \"每周一次\"}"))
                .send()
                .expect(200);
        publish(folder().json("form.json", form -> {
                    ObjectNode plain = (ObjectNode) form.at("/sections/0");
                    PackageFolder.in(plain, "fields", "key", "needsText").put("key", "needsWhy");
                    PackageFolder.in((ObjectNode) form.at("/sections/1"), "fields", "key", "rent")
                            .putObject("label")
                            .put("zh-CN", "每月租金");
                })
                .json("tests/all.json", KitchenSinkJourneyIT::renamed)
                .json("tests/wrong.json", KitchenSinkJourneyIT::renamed));
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/apply/" + draft);
            citizen.sees("表单在您填写期间更新了");
            citizen.page().click("#form-changed summary");
            citizen.sees("每周一次");
            screen.lookAtBothWidths("sink-form-changed");
            screen.assertClean();
            citizen.open("/apply/" + draft + "/section/money").sees("这个问题在您填写后有变动");
            screen.lookAtBothWidths("sink-question-changed");
            screen.assertClean();
        }
    }

    private static void renamed(JsonNode test) {
        ObjectNode answers = (ObjectNode) test.path("answers");
        answers.set("needsWhy", answers.remove("needsText"));
    }

    /** Answered over the API, printed from the same definition, at full length what is declared and masked what is personal. */
    @Test
    void theApplicationIsPrintedAsItWasAnswered() throws IOException {
        Api chen = city.as("chenjing");
        String draft = filled(chen);
        String no = city.submit(chen, draft);
        city.settle();
        String id = "";
        for (JsonNode document : city.see(chen, no).path("documents")) {
            id = document.path("kind").asText().equals("APPLICATION_FORM")
                    ? document.path("id").asText()
                    : id;
        }
        String paper;
        try (PDDocument read =
                Loader.loadPDF(chen.get("/documents/" + id).expect(200).bytes())) {
            paper = new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
        for (String words : List.of(
                "1,500.50元",
                "2026年1月1日至2026年12月31日",
                "2020年7月1日起",
                "陈静、李小满",
                "本人保证所填内容真实、完整。",
                "网上签名",
                "房屋1·共有人2·姓名",
                "0128")) {
            assertTrue(paper.contains(words), () -> words + " in " + paper);
        }
        assertFalse(paper.contains("6222021234567890128"), "the card is masked");
    }

    private static JsonNode answers() {
        ObjectNode test = JsonNodeFactory.instance.objectNode();
        folder().json("tests/all.json", test::setAll);
        return test.path("answers");
    }

    private String filled(Api who) {
        String draft = draft();
        ObjectNode answers = answers().deepCopy();
        answers.put("happened", monthsAgo(2).toString());
        who.put("/drafts/" + draft + "/answers")
                .ifMatch(draft(draft).path("version").asText())
                .json(answers)
                .send()
                .expect(200);
        return draft;
    }

    @Test
    void theClerkRecordsWhatWasSignedOnPaper() {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("window-1");
            page.fill("#find-number", "999999199304180020");
            page.locator("[id='find:go']").click();
            page.waitForURL(url -> url.contains("party="));
            clerk.awake();
            page.locator("[id='choose:start-" + ITEM + "']").click();
            page.waitForURL(url -> url.contains("/window/intake"));
            clerk.awake();
            String draft = page.url().replaceAll(".*draft=([0-9a-f-]{36}).*", "$1");
            Api api = city.as("window-1");
            ObjectNode answers = answers().deepCopy();
            answers.put("happened", monthsAgo(2).toString());
            answers.remove("sign");
            api.put("/drafts/" + draft + "/answers")
                    .ifMatch(api.get("/drafts/" + draft).expect(200).text("/version"))
                    .json(answers)
                    .send()
                    .expect(200);
            clerk.open("/window/intake?draft=" + draft);
            page.fill("[name='sign.name']", "陈静");
            page.check("[name='sign.confirmed']");
            page.setInputFiles("#m-lease", Officer.scan("lease.pdf"));
            screen.lookAtBothWidths("sink-window");
            screen.assertClean();
            page.locator(".foot-actions button[value=save]").click();
            page.waitForURL(url -> url.contains("saved=1"));
            clerk.awake();
            JsonNode saved = api.get("/drafts/" + draft).expect(200).json();
            assertEquals("PAPER", saved.at("/answers/sign/way").asText());
            assertEquals(0, saved.path("problems").size(), () -> saved.path("problems")
                    .toString());
            page.locator(".foot-actions button[value=submit]").click();
            page.waitForURL(url -> url.contains("done=SUBMITTED"));
        }
    }

    @Test
    void theSchemaForProgramsDescribesTheForm() {
        JsonNode schema = city.as("chenjing")
                .get("/items/" + ITEM + "/schema")
                .expect(200)
                .json();
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.path("$schema").asText());
        assertTrue(schema.at("/properties/perHead/readOnly").asBoolean());
        assertEquals(404, city.as("chenjing").get("/items/no-such-item/schema").status());
    }
}
