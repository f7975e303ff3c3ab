/**
 * 公共底座: what every component stands on. Platform time, the outbox, idempotent calls, number series, secrets and
 * the one way to refuse. Nothing here knows what a case or a form is.
 */
package org.yiwang.forms.platform;
