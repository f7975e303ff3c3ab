/** 数据共享: adapters of {@code LicenceLookup} and {@code DataLookup}, and their local stand-ins. */
package org.yiwang.integration.sharing;
