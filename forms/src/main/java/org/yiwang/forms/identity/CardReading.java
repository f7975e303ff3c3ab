package org.yiwang.forms.identity;

/**
 * 读卡结果: what a card reader took from an identity card.
 *
 * @param name as on the card
 * @param idNumber as on the card
 */
public record CardReading(String name, String idNumber) {

    /** Without the person: this may end up in a log. */
    @Override
    public String toString() {
        return "card reading";
    }
}
