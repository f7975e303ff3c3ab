package org.yiwang.forms.catalogue;

/**
 * 设定依据.
 *
 * @param law name of the law
 * @param number its number, such as {@code 国务院令第663号}; may be empty for a law of the National People's Congress
 * @param article the article, such as {@code 第九条}
 * @param text what it says, in our own short words
 */
public record LegalBasis(String law, String number, String article, String text) {}
