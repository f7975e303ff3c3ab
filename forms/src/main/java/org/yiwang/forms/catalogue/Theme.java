package org.yiwang.forms.catalogue;

/** 主题: a way into the catalogue, with how many items it holds now. */
public record Theme(String key, LocalText name, int items) {}
