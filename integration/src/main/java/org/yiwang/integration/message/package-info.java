/** 消息: mail by SMTP, and stand-ins for mail and SMS that send nothing and say so. */
package org.yiwang.integration.message;
