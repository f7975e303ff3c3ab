package org.yiwang.forms.catalogue;

/**
 * 延期: by how much a limit may be extended, once, and who approves it.
 *
 * @param unit the same as that of the limit
 * @param approver such as {@code DEPARTMENT_HEAD} (本机关负责人) or {@code GOVERNMENT_HEAD} (本级人民政府负责人)
 */
public record Extension(int value, LimitUnit unit, String approver) {

    public Span span() {
        return new Span(value, unit);
    }
}
