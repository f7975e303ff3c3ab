/**
 * 文书: every official letter and result the platform gives out. A caller orders one inside its own transaction; after
 * the commit it is numbered, rendered as PDF/A-3, sealed, time-stamped and entered in the register, and anybody can have
 * it verified. What a document says is data: templates in {@code /templates} and in the service packages.
 */
package org.yiwang.forms.document;
