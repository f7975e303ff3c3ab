package org.yiwang.forms.catalogue.internal.search;

import java.util.ArrayList;
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

    private Phrases() {}

    /** @param words what people say, with the codes of the items they mean, the likeliest first */
    static List<Phrase> of(List<ItemVersion> items, Map<String, List<String>> words) {
        Map<String, Integer> places = new java.util.HashMap<>();
        List<Phrase> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            ItemVersion item = items.get(i);
            places.put(item.code().value(), i);
            add(all, i, MatchedBy.NAME, item.name().zh(), 1);
            add(all, i, MatchedBy.NAME, item.name().zh().replaceAll("（[^）]*）", ""), 1);
            add(all, i, MatchedBy.NAME, item.name().en(), 1);
            add(all, i, MatchedBy.NAME, item.result().name().zh().replaceAll("（[^）]*）", ""), RESULT);
            add(all, i, MatchedBy.NAME, item.result().name().en(), RESULT);
            add(all, i, MatchedBy.NAME, item.code().value().replace('-', ' '), CODE);
        }
        words.forEach((word, codes) -> {
            double weight = 1;
            for (String code : codes) {
                if (places.containsKey(code)) {
                    add(all, places.get(code), MatchedBy.WORD, word, weight);
                    weight *= FURTHER;
                }
            }
        });
        return all;
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
