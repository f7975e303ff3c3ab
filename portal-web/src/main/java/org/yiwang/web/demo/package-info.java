/**
 * 演示数据: a city with a past. The stories are told by the use cases themselves, under platform time; nothing is written
 * to a table behind their back. Exists in the demo profile only.
 */
package org.yiwang.web.demo;
