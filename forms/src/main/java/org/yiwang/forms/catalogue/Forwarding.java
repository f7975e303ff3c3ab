package org.yiwang.forms.catalogue;

/**
 * 转报: the item is examined here first and decided by the higher authority (行政许可法 §35, §43).
 *
 * @param to code of that authority at the exchange, such as {@code city-education}
 * @param authority its name
 * @param basis law and article by which it decides
 */
public record Forwarding(String to, LocalText authority, String basis) {}
