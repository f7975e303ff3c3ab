/**
 * 情形引导: what a visitor is asked before he applies, and what follows from his answers: whether he can apply, with which
 * papers, at what cost. Derived from the item's own conditions and form; nothing of it is written twice.
 */
package org.yiwang.forms.catalogue.situation;
