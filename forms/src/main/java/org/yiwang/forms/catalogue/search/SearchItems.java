package org.yiwang.forms.catalogue.search;

/** 检索事项. */
public class SearchItems {
    /** Nobody reads further. */
    public static final int MOST = 50;
}
