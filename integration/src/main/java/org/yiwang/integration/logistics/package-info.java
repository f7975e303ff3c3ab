/** 统一物流: the adapters of {@code Courier} and its stand-in. */
package org.yiwang.integration.logistics;
