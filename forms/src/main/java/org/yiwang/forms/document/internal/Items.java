package org.yiwang.forms.document.internal;

/** 事项资料: what documents need to know of the catalogue. */
interface Items {

    /**
     * 事项.
     *
     * @param powerType name of the power, such as {@code LICENSE}
     * @param act what is granted or denied: 行政许可, 行政给付, …
     * @param basis laws and articles in one line
     */
    record Item(String code, String name, String powerType, String act, String basis) {}

    Item item(long versionId);

    /** The template of that key, as frozen with the item's version. */
    Template template(long versionId, String key);
}
