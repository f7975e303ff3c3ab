/**
 * 事项后台: drawing up new versions of items, having them reviewed by somebody else, putting them into use on a day, and
 * suspending, resuming and retiring items. What is published never changes (ADR 0021).
 */
package org.yiwang.forms.catalogue.office;
