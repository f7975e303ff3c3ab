/** 好差评. */
package org.yiwang.workflow.rating;
