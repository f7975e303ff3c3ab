package org.yiwang.web.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.RefusalTexts.Said;

class RefusalTextsTest {

    private static final Refusal RATED = Refusal.conflict("RATED", "这个办件已经评价过了。");

    @Test
    void aChinesePageSaysWhatTheRefusalSays() {
        assertEquals(new Said("这个办件已经评价过了。", null), RefusalTexts.of(PageMode.STANDARD, RATED));
        assertEquals(new Said("这个办件已经评价过了。", null), RefusalTexts.of(PageMode.ELDER, RATED));
    }

    @Test
    void anEnglishPageSaysItByTheCode() {
        assertEquals(
                new Said("You have rated this case already; each case is rated once.", null),
                RefusalTexts.of(PageMode.ENGLISH, RATED));
    }

    @Test
    void aCodeOfSeveralFieldsIsSaidByTheField() {
        Refusal refusal = Refusal.invalid("reference", "REQUIRED", "请填写“缴费凭证号”。");
        assertEquals("Enter the payment reference.", say(refusal).text());
        Refusal unknown = Refusal.invalid("colour", "REQUIRED", "请填写“颜色”。");
        assertEquals(new Said("请填写“颜色”。", "zh-CN"), say(unknown), "in Chinese and marked, never left out");
    }

    @Test
    void whatTheMessageNamesIsNamedInEnglishToo() {
        Refusal refusal =
                Refusal.invalid("file", "FILE_EMPTY", "文件“a{b}.pdf”是空的。").naming("a{b}.pdf");
        assertEquals(
                "The file “a{b}.pdf” is empty. Please choose it again.",
                say(refusal).text());
    }

    @Test
    void whatIsSaidInEnglishAlreadyStaysAsItIs() {
        Refusal refusal = Refusal.invalid(List.of(new Problem("reference", "REQUIRED", "Enter “Phone”.")));
        assertEquals("Enter “Phone”.", say(refusal).text());
    }

    @Test
    void everyEnglishSentenceIsEnglish() {
        ResourceBundle texts = ResourceBundle.getBundle("org.yiwang.web.refusals", PageMode.ENGLISH.locale());
        for (String key : texts.keySet()) {
            String text = texts.getString(key);
            assertFalse(text.codePoints().anyMatch(Character::isIdeographic), key);
            assertFalse(text.isBlank(), key);
        }
    }

    private static Said say(Refusal refusal) {
        return RefusalTexts.of(PageMode.ENGLISH, refusal, refusal.problems().get(0));
    }
}
