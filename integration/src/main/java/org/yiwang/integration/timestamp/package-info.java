/**
 * 时间戳适配: who says when something was signed (RFC 3161): an authority asked over HTTP, or the stand-in for demo and
 * tests.
 */
package org.yiwang.integration.timestamp;
