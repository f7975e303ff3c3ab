package org.yiwang.forms.catalogue.form;

/** 题型: kinds of questions, by the names they have in {@code form.json}. */
public enum FieldType {
    TEXT("text"),
    LONG_TEXT("longText"),
    NUMBER("number"),
    DATE("date"),
    CHOICE("choice"),
    MULTI_CHOICE("multiChoice"),
    YES_NO("yesno"),
    ID_NUMBER("idNumber"),
    CREDIT_CODE("creditCode"),
    PHONE("phone"),
    ADDRESS("address"),
    ROWS("rows"),
    BANK_CARD("bankCard"),
    BANK_ACCOUNT("bankAccount"),
    MONEY("money"),
    DATE_RANGE("dateRange"),
    COMPUTED("computed"),
    DECLARATION("declaration"),
    SIGNATURE("signature"),
    FILE("file");

    /** {@code rows} whose usual columns come by themselves. */
    public static final String FAMILY = "family";

    private final String key;

    FieldType(String key) {
        this.key = key;
    }

    /** Its name in {@code form.json}. */
    public String key() {
        return key;
    }

    /** One of several answers that are given. */
    public boolean choice() {
        return this == CHOICE || this == MULTI_CHOICE;
    }

    /** Nothing is typed into it: it is worked out, or the answer lies elsewhere. */
    public boolean silent() {
        return this == COMPUTED || this == FILE;
    }

    /** The kind a definition names. */
    public static FieldType parse(DefinitionNode node) {
        String key = node.text().equals(FAMILY) ? ROWS.key : node.text();
        for (FieldType type : values()) {
            if (type.key.equals(key)) {
                return type;
            }
        }
        throw node.error("没有这种问题类型：" + key);
    }
}
