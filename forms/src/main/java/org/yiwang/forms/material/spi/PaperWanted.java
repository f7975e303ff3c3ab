package org.yiwang.forms.material.spi;

/**
 * 查询请求: which paper of whom, and for what (政务数据共享: 每次查询绑定办件).
 *
 * @param requirement key of the material, such as {@code id-card}
 * @param item code of the service it is asked for
 * @param reference of the application; without one nothing is looked up
 * @param idType name of the kind of number
 */
public record PaperWanted(
        String requirement, String item, String reference, String name, String idType, String number) {

    public PaperWanted {
        if (requirement == null || requirement.isBlank() || reference == null || reference.isBlank()) {
            throw new IllegalArgumentException("nothing is looked up without an application and a material");
        }
    }

    /** Without name and number: this may end up in a log. */
    @Override
    public String toString() {
        return requirement + " for " + item + " " + reference;
    }
}
