/**
 * 事项: what the city offers. A service package (事项包) is a folder of data; publishing one makes an immutable version,
 * and a case keeps the version it was opened under until its end.
 */
package org.yiwang.forms.catalogue;
