/** 时间戳适配: who says when something was signed. Here is the stand-in for demo and tests (RFC 3161). */
package org.yiwang.integration.timestamp;
