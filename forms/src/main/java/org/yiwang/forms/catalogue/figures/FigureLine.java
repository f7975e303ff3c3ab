package org.yiwang.forms.catalogue.figures;

import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;

/**
 * 明细: one service and its part in a figure.
 *
 * @param excluded why it is in neither number; null where it is
 */
public record FigureLine(
        String item, LocalText name, String organisation, long numerator, long denominator, Exclusion excluded) {

    /** 不计入的原因. */
    public enum Exclusion {
        BUNDLE("一件事，由所含事项分别计入", "An errand: its services are counted themselves"),
        NOT_ON_APPLICATION("不是依申请办理的事项", "Not done on application"),
        NOT_IN_HALL("没有进驻政务服务大厅", "Not in the service hall"),
        NO_BASELINE("没有基期数据", "Nothing is known of the base period"),
        NO_LEGAL_LIMIT("没有法定时限", "The law sets no limit"),
        OTHER_UNIT("法定时限与承诺时限的单位不同", "Limit and promise are in different units");

        private final LocalText text;

        Exclusion(String zh, String en) {
            this.text = new LocalText(zh, en);
        }

        public LocalText text() {
            return text;
        }
    }

    static FigureLine counted(ItemVersion item, long numerator, long denominator) {
        return new FigureLine(item.code().value(), item.name(), item.organisation(), numerator, denominator, null);
    }

    static FigureLine excluded(ItemVersion item, Exclusion why) {
        return new FigureLine(item.code().value(), item.name(), item.organisation(), 0, 0, why);
    }
}
