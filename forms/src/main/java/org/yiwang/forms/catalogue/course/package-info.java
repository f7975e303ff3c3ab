/**
 * 特别环节: what an item asks of a case beyond the way all cases go: publicity before the decision, a waiting list after it,
 * a cooling-off period, windows for applications decided together, and urgent help with papers that come later.
 */
package org.yiwang.forms.catalogue.course;
