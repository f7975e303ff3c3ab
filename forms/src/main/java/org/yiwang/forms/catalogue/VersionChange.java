package org.yiwang.forms.catalogue;

/**
 * 版本差异: one thing in which two versions of a package differ, said so that a clerk understands it.
 *
 * @param file of the package, such as {@code item.json}
 * @param path place in that file, {@code limits[1].value}: in the newer version, or in the older one for what was removed; empty
 *     for the file as a whole
 * @param text the whole sentence, such as {@code 承诺时限：20个工作日 → 15个工作日}
 */
public record VersionChange(Kind kind, Element element, String file, String path, LocalText text) {

    /** 改动方式. */
    public enum Kind {
        ADDED("新增", "Added"),
        REMOVED("删去", "Removed"),
        CHANGED("改动", "Changed");

        private final LocalText label;

        Kind(String zh, String en) {
            this.label = new LocalText(zh, en);
        }

        public LocalText label() {
            return label;
        }
    }

    /** 所属要素, in the order in which a list of changes names them. */
    public enum Element {
        BASICS("基本信息", "Basics"),
        MODE("办理方式", "Way of handling"),
        LIMIT("时限", "Time limits"),
        CONDITION("受理条件", "Conditions"),
        QUESTION("表单", "Form"),
        MATERIAL("材料", "Materials"),
        FEE("收费", "Fees"),
        STEP("环节", "Steps"),
        ROUTING("走向", "Routing"),
        PROCESS("流程", "Process"),
        SPECIAL_PROCEDURE("特别程序", "Special procedures"),
        RESULT("结果", "Result"),
        LEGAL_BASIS("依据", "Legal bases"),
        GUIDE("办事指南", "Guide"),
        DOCUMENT("文书模板", "Document templates"),
        SAMPLE("样表", "Samples"),
        TEST("自测", "Package tests"),
        OTHER("其他", "Other");

        private final LocalText label;

        Element(String zh, String en) {
            this.label = new LocalText(zh, en);
        }

        public LocalText label() {
            return label;
        }
    }
}
