/** Counting in the database, by the indexes of the period. */
package org.yiwang.workflow.figures.internal;
