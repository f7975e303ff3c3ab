package org.yiwang.forms.catalogue;

import java.util.List;

/**
 * 办事指南 beyond the item's own facts: the way through, questions and answers, where to go, whom to ask.
 *
 * @param situation keys of the questions asked first in 情形引导, in this order; the others follow in that of the form
 */
public record Guide(
        List<LocalText> flow,
        List<Faq> faqs,
        List<Place> places,
        LocalText consult,
        LocalText complaint,
        List<String> situation) {

    public Guide {
        flow = List.copyOf(flow);
        faqs = List.copyOf(faqs);
        places = List.copyOf(places);
        situation = List.copyOf(situation);
    }

    /** 常见问题. */
    public record Faq(LocalText question, LocalText answer) {}

    /** 办理地点. */
    public record Place(LocalText name, LocalText address, LocalText hours, String phone) {}
}
