package org.yiwang.forms.catalogue.course;

import org.yiwang.forms.catalogue.Span;

/**
 * 冷静期: after acceptance nothing is done for a while, and either of two people may take the request back; then both have
 * to appear, or it counts as taken back (民法典 §1077).
 *
 * @param period how long either may think again
 * @param appear how long after that they may come for the result
 * @param otherName question that names the other person
 * @param otherNumber question with the other person's identity number
 */
public record CoolingOffRule(Span period, Span appear, String otherName, String otherNumber, String basis) {}
