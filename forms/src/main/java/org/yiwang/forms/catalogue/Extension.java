package org.yiwang.forms.catalogue;

/**
 * 延期: by how much a limit may be extended, once, and who approves it.
 *
 * @param unit the same as that of the limit
 * @param approver {@code DEPARTMENT_HEAD} (本机关负责人), {@code GOVERNMENT_HEAD} (本级人民政府负责人), or a post by its name,
 *     such as {@code urban/director}
 */
public record Extension(int value, LimitUnit unit, String approver) {

    /** 本机关负责人. */
    public static final String DEPARTMENT_HEAD = "DEPARTMENT_HEAD";

    /** 本级人民政府负责人. */
    public static final String GOVERNMENT_HEAD = "GOVERNMENT_HEAD";

    /** Whether the approver is one of the two heads or reads as a post. */
    public boolean approverKnown() {
        return approver.equals(DEPARTMENT_HEAD)
                || approver.equals(GOVERNMENT_HEAD)
                || approver.matches("[^/\\s]+/[^/\\s]+");
    }

    public Span span() {
        return new Span(value, unit);
    }
}
