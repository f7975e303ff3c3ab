package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Await;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/**
 * 事项后台的路: an editor draws up a change of a service of the city, sees what is wrong and mends it, looks at it as citizens
 * will, hands it in and cannot approve it; a reviewer sees the differences and approves it for today; the guide says so, a
 * case begun before stays as it was; the service is suspended and resumed.
 */
@OnServer
class ItemOfficeJourneyIT {

    private static final String ITEM = "veteran-card";

    private final YiwangServer server;
    private final City city;

    ItemOfficeJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void aChangeGoesFromItsEditorThroughReviewToTheGuide() {
        String before = city.submitted("chenjing", ITEM);
        long old = city.nobody().get("/items/" + ITEM).expect(200).number("/version");
        String draft;
        try (Screen screen = Screen.desk(server)) {
            Officer editor = new Officer(screen).signIn("items-reviewer-2");
            assertTrue(
                    screen.page().url().endsWith("/admin/items"),
                    "his desk opens there: " + screen.page().url());
            draft = draws(screen, editor);
            mends(screen, editor);
            previews(screen, editor, draft);
            handsIn(screen, editor, draft);
        }
        try (Screen screen = Screen.desk(server)) {
            Officer reviewer = new Officer(screen).signIn("items-reviewer");
            approves(screen, reviewer, draft);
            Await.until(
                    "the new version", () -> city.nobody().get("/items/" + ITEM).number("/version") == old + 1);
            guideSays("45", "/items/" + ITEM);
            assertEquals(
                    old,
                    city.see(city.as("chenjing"), before).at("/item/version").asLong());
            suspends(screen, reviewer);
        }
    }

    private String draws(Screen screen, Officer editor) {
        Page page = screen.page();
        editor.open("/admin/items?q=" + ITEM);
        screen.lookAtBothWidths("office-items");
        page.locator("main a[href$='code=" + ITEM + "']").click();
        editor.awake();
        screen.lookAtBothWidths("office-item");
        page.locator("button:has-text('起草新版本')").click();
        page.waitForURL(url -> url.contains("/admin/item-draft"));
        editor.awake();
        assertTrue(page.textContent("main").contains("还没有改动"));
        return page.url().replaceAll(".*id=([0-9a-f-]{36}).*", "$1");
    }

    /** A shorter promise, and a question whose key is wrong at first. */
    private void mends(Screen screen, Officer editor) {
        Page page = screen.page();
        page.locator("main a:has-text('要素')").first().click();
        editor.awake();
        Locator promise = page.locator("details.row:has(select[name^='limits'] option[value='PROMISE'][selected])");
        promise.locator("summary").first().click();
        promise.locator("input[name$='.value']").fill("45");
        screen.shot("office-elements-1366");
        saved(page, editor);
        page.locator(".tabs a:has-text('表单')").click();
        editor.awake();
        page.locator("details.row[id='e-sections-0-'] > summary").click();
        page.locator("button[value='add:sections[0].fields']").click();
        page.waitForURL(url -> url.contains("done=saved"));
        editor.awake();
        Locator row = page.locator("#" + lastField(page));
        assertTrue(page.locator("section.problems").isVisible(), "an empty question is wrong, and said to be");
        String name = row.locator("input[name$='.key']").getAttribute("name").replaceAll("\\.key$", "");
        field(page, name, ".key", "Contact Time");
        page.selectOption("[name='" + name + ".type']", "text");
        field(page, name, ".label#zh", "方便联系的时间");
        field(page, name, ".label#en", "When to call");
        saved(page, editor);
        String wrong = page.innerText("section.problems");
        assertTrue(wrong.contains("小驼峰"), wrong);
        assertEquals("Contact Time", page.inputValue("[name='" + name + ".key']"), "what was typed is there");
        screen.lookAtBothWidths("office-form-wrong");
        page.locator("section.problems a").first().click();
        field(page, name, ".key", "contactTime");
        saved(page, editor);
        wrong = page.innerText("section.problems");
        assertTrue(wrong.contains("用到问题"), "nothing is asked without need: " + wrong);
        page.locator("section.problems a").first().click();
        field(page, name, ".neededFor", "{\"review\": \"" + step() + "\"}");
        saved(page, editor);
        assertEquals(0, page.locator("section.problems").count(), "mended");
        screen.assertClean();
    }

    /** A step of the item, which reviews what is asked. */
    private String step() {
        return City.item(ITEM).at("/steps/0/key").asText();
    }

    /** Id of the row that was added: the last of the first section. */
    private static String lastField(Page page) {
        return page.locator("#e-sections-0-fields > details.row").last().getAttribute("id");
    }

    private static void field(Page page, String name, String what, String text) {
        page.fill("[name='" + name + what + "']", text);
    }

    private static void saved(Page page, Officer editor) {
        page.evaluate("document.querySelector('.note.ok')?.remove()");
        page.locator(".savebar button[value=save]").click();
        page.locator(".note.ok").waitFor();
        editor.awake();
    }

    private void previews(Screen screen, Officer editor, String draft) {
        Page page = screen.page();
        for (String as : new String[] {"guide", "web", "window"}) {
            page.navigate(server.url() + "/admin/item-preview?id=" + draft + "&as=" + as);
            String shown = page.textContent("main");
            assertTrue(shown.contains(as.equals("guide") ? "45" : "方便联系的时间"), as);
            screen.lookAtBothWidths("office-preview-" + as);
        }
        editor.open("/admin/item-draft?id=" + draft);
        String changes = page.innerText("#changes");
        assertTrue(changes.contains("方便联系的时间") || changes.contains("form.json"), changes);
    }

    private void handsIn(Screen screen, Officer editor, String draft) {
        Page page = screen.page();
        page.locator("button:has-text('检查并提交')").click();
        editor.trouble();
        assertTrue(page.innerText("#summary").contains("改了什么"), "words are asked for");
        screen.forgive("422");
        page.fill("#submit-words", "承诺时限由60日缩短为45日，增加方便联系的时间。");
        screen.lookAtBothWidths("office-draft");
        page.locator("button:has-text('检查并提交')").click();
        page.waitForURL(url -> url.contains("done=submitted"), new Page.WaitForURLOptions().setTimeout(120_000));
        editor.awake();
        page.fill("#review-opinion", "我自己写的，同意。");
        page.locator("button[value=approve]").click();
        editor.trouble();
        assertTrue(page.innerText("#summary").contains("不能由您审核"), "four eyes");
        assertEquals("我自己写的，同意。", page.inputValue("#review-opinion"), "what was typed is there");
        screen.forgive("403");
        screen.assertClean();
    }

    private void approves(Screen screen, Officer reviewer, String draft) {
        Page page = screen.page();
        reviewer.open("/admin/items?state=REVIEW");
        page.locator("main a[href$='id=" + draft + "']").click();
        reviewer.awake();
        assertTrue(page.locator("#changes li").count() >= 2, "the differences");
        screen.lookAtBothWidths("office-review");
        page.fill("#review-opinion", "时限缩短属实，同意。");
        page.locator("button[value=approve]").click();
        page.waitForURL(url -> url.contains("done=published"));
        reviewer.awake();
        screen.assertClean();
    }

    private void guideSays(String words, String path) {
        try (Screen screen = Screen.phone(server)) {
            screen.open(path);
            assertTrue(screen.page().textContent("main").contains(words), words);
            screen.assertClean();
        }
    }

    private void suspends(Screen screen, Officer reviewer) {
        Page page = screen.page();
        reviewer.open("/admin/item?code=" + ITEM);
        page.locator("summary:has-text('暂停办理')").click();
        page.fill("#suspend-reason", "国家系统升级到本周五");
        page.locator("form:has(#suspend-reason) button").click();
        reviewer.trouble();
        screen.forgive("422");
        assertEquals("国家系统升级到本周五", page.inputValue("#suspend-reason"), "what was typed is there");
        page.fill("#suspend-instead", "急用的到退役军人服务中心开具证明");
        page.locator("form:has(#suspend-reason) button").click();
        page.waitForURL(url -> url.contains("done=suspended"));
        reviewer.awake();
        screen.lookAtBothWidths("office-suspended");
        try {
            Await.until("suspended", () -> standing().equals("SUSPENDED"));
            try (Screen phone = Screen.phone(server)) {
                phone.open("/items/" + ITEM);
                String guide = phone.page().textContent("main");
                assertTrue(guide.contains("国家系统升级到本周五") && guide.contains("退役军人服务中心开具证明"), guide);
                assertFalse(phone.page().locator("a[href$='/apply']").count() > 0);
                phone.lookAtBothWidths("guide-suspended");
                phone.assertClean();
            }
        } finally {
            page.fill("#resume-words", "升级完成");
            page.locator("button:has-text('恢复办理')").click();
            page.waitForURL(url -> url.contains("done=resumed"));
        }
        Await.until("open again", () -> standing().equals("IN_USE"));
        screen.assertClean();
    }

    private String standing() {
        return city.nobody().get("/items/" + ITEM).expect(200).text("/standing/state");
    }
}
