/** 升级: what a version left behind is taken over by the present one, on the oldest PostgreSQL that is promised. */
package org.yiwang.test.upgrade;
