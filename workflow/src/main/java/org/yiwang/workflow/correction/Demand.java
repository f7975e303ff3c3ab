package org.yiwang.workflow.correction;

/**
 * 补正要求: one thing that is missing or wrong.
 *
 * @param target {@code answers.<field>} or {@code materials.<key>}
 * @param text what exactly is to be put right, in words the applicant understands
 */
public record Demand(String target, String text) {

    boolean aboutMaterial() {
        return target != null && target.startsWith("materials.");
    }

    boolean aboutAnswer() {
        return target != null && target.startsWith("answers.");
    }

    /** The field's or the material's key. */
    String key() {
        return target.substring(target.indexOf('.') + 1);
    }
}
