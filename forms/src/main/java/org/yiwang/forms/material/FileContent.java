package org.yiwang.forms.material;

/**
 * 文件内容.
 *
 * @param type content type by content, not by name
 * @param turn by how many degrees clockwise to show it
 */
public record FileContent(String name, String type, byte[] bytes, int turn) {}
