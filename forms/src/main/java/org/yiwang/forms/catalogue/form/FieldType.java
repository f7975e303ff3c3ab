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
    ROWS("rows");

    private final String key;

    FieldType(String key) {
        this.key = key;
    }

    /** Its name in {@code form.json}. */
    public String key() {
        return key;
    }

    /** The kind a definition names. */
    public static FieldType parse(DefinitionNode node) {
        String key = node.text();
        for (FieldType type : values()) {
            if (type.key.equals(key)) {
                return type;
            }
        }
        throw node.error("没有这种问题类型：" + key);
    }
}
