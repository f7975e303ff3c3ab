package org.yiwang.forms.catalogue.course;

/**
 * 听证权利: the law of this item gives the applicant the right to a hearing before it is decided (行政许可法 §47).
 *
 * @param reason why, as the notice says it
 * @param basis the article that says so
 */
public record HearingRule(String reason, String basis) {}
