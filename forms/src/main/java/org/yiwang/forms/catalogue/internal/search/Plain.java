package org.yiwang.forms.catalogue.internal.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** 归一: one way of writing for what people type in many: width, case, traditional characters, talk around the matter. */
final class Plain {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{IsHan}a-z0-9]+");

    /** What people say around what they want; "怎么办理" tells nothing of which service it is. */
    private static final Pattern TALK =
            Pattern.compile("请问|你好|您好|我想要|我想|我要|我的|想要|想|怎么办理|怎么办|怎么弄|怎么申请|怎么|怎样|如何办理|如何|咋办|咋"
                    + "|在哪里|在哪儿|在哪|去哪里|去哪儿|去哪|哪里|哪儿|网上|线上|需要准备什么|需要什么|要带什么|要什么|带什么|办什么|什么|需要|准备"
                    + "|材料|手续|流程|条件|多少钱|能不能|能否|可不可以|可以|是否|吗|呢|啊|吧|一下|了|的");

    /** 办理身份证 asks for 身份证. */
    private static final Pattern FIRST_WORD = Pattern.compile("^(办理|申请|申领)(?=.)");

    private static final Pattern ENGLISH_TALK =
            Pattern.compile("\\b(how|to|do|i|a|an|the|my|of|for|in|at|get|apply|where|can|need|and|or|what|is)\\b");

    private static final String TRADITIONAL =
            "證戶駕駛職業開辦醫療險護灣結離養產權執營稅務發註冊領補換遷簽臨時殘優軍復學報讀師資認銷變項規劃設築環評運輸車網約廣專賣藥飲廳館納費貸個體傷鑑門診備異災難濟貼齡購賃國際無紀錄";
    private static final String SIMPLIFIED =
            "证户驾驶职业开办医疗险护湾结离养产权执营税务发注册领补换迁签临时残优军复学报读师资认销变项规划设筑环评运输车网约广专卖药饮厅馆纳费贷个体伤鉴门诊备异灾难济贴龄购赁国际无纪录";

    private Plain() {}

    /** Lower-case words of Chinese characters, letters and digits, with single blanks between; may be empty. */
    static String words(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_A_WORD.matcher(simplified(narrow)).replaceAll(" ").strip();
    }

    /** The same without the talk; where nothing else was said, as it was. */
    static String matter(String text) {
        String words = words(text);
        String less = TALK.matcher(words).replaceAll(" ").strip();
        less = FIRST_WORD.matcher(less).replaceFirst("");
        less = ENGLISH_TALK.matcher(less).replaceAll(" ").replaceAll(" +", " ").strip();
        return less.isEmpty() ? words : less;
    }

    private static String simplified(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            int at = TRADITIONAL.indexOf(c);
            result.append(at < 0 ? c : SIMPLIFIED.charAt(at));
        }
        return result.toString();
    }
}
