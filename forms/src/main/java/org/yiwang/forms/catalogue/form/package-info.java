/**
 * 表单: what an item asks. A form is defined once, as data; the same definition judges answers in every channel. It is a
 * part of the catalogue, because a version of an item is nothing without its form; answers themselves live with drafts
 * and submissions.
 */
package org.yiwang.forms.catalogue.form;
