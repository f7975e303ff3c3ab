package org.yiwang.forms.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Guide;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.internal.Themes;
import org.yiwang.forms.catalogue.search.MatchedBy;

/** 称呼表: what each item is called, and what else is written about it. */
final class Phrases {

    private static final double RESULT = 0.8;
    private static final double CODE = 0.8;
    private static final double FURTHER = 0.93;
    /** What many come for is likelier to be meant, all else being equal. */
    private static final double HOT = 1.03;

    private Phrases() {}

    /**
     * The shortest first.
     *
     * @param words what people say, with the codes of the items they mean, the likeliest first
     */
    static List<Phrase> of(List<ItemVersion> items, Map<String, List<String>> words) {
        Map<String, Integer> places = new HashMap<>();
        List<Phrase> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ItemVersion item = items.get(i);
            double usual = usual(item);
            places.put(item.code().value(), i);
            add(all, i, MatchedBy.NAME, item.name().zh(), usual);
            add(all, i, MatchedBy.NAME, item.name().zh().replaceAll("（[^）]*）", ""), usual);
            add(all, i, MatchedBy.NAME, thing(item.name().zh()), usual);
            add(all, i, MatchedBy.NAME, item.name().en(), usual);
            add(all, i, MatchedBy.NAME, item.result().name().zh().replaceAll("（[^）]*）", ""), RESULT);
            add(all, i, MatchedBy.NAME, item.result().name().en(), RESULT);
            add(all, i, MatchedBy.NAME, item.code().value().replace('-', ' '), CODE);
        }
        words.forEach((word, codes) -> {
            double weight = 1;
            for (String code : codes) {
                if (places.containsKey(code)) {
                    int place = places.get(code);
                    add(all, place, MatchedBy.WORD, word, weight * usual(items.get(place)));
                    weight *= FURTHER;
                }
            }
        });
        all.sort(Comparator.comparingInt(phrase -> phrase.plain().length()));
        return all;
    }

    /** What it is about without what is done: 居住证 of 居住证申领. */
    private static String thing(String name) {
        return name.replaceAll("（[^）]*）", "").replaceAll("(申领|换领|补领|办理|核发|签发|支付|申请|、)+$", "");
    }

    private static double usual(ItemVersion item) {
        return item.hot() > 0 ? HOT : 1;
    }

    private static void add(List<Phrase> all, int item, MatchedBy by, String text, double weight) {
        String plain = Plain.words(text);
        boolean there = !all.isEmpty()
                && all.get(all.size() - 1).item() == item
                && all.get(all.size() - 1).plain().equals(plain);
        if (!plain.isEmpty() && !there) {
            all.add(new Phrase(item, by, text, plain, weight));
        }
    }

    /** 摘要和主题: said of the item in few words. */
    static String summary(ItemVersion item) {
        return Stream.concat(Stream.of(item.summary()), item.themes().stream().map(Themes::name))
                .map(Phrases::both)
                .collect(Collectors.joining(" "));
    }

    /** 指南: whom it is for, what has to be brought, what people ask about it. */
    static String guide(ItemVersion item) {
        Guide guide = item.guide();
        return Stream.of(
                        item.conditions().stream().map(condition -> condition.text()),
                        item.materials().stream().map(material -> material.name()),
                        guide.flow().stream(),
                        guide.faqs().stream().flatMap(faq -> Stream.of(faq.question(), faq.answer())))
                .flatMap(texts -> texts)
                .map(Phrases::both)
                .collect(Collectors.joining(" "));
    }

    private static String both(LocalText text) {
        return text.zh() + " " + text.en();
    }
}
