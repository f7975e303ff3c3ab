/** Where half-written opinions are kept. */
package org.yiwang.workflow.review.internal;
