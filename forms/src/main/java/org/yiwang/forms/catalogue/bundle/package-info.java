/**
 * 一件事: what one errand of life is made of. A bundle is published as an item like any other, with one form and one set
 * of materials; what stands here says which services it consists of and how their questions and materials became one.
 */
package org.yiwang.forms.catalogue.bundle;
