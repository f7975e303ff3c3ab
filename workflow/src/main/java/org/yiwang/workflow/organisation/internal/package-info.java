/** The city's file, its tables, and what other components ask of the organisation. */
package org.yiwang.workflow.organisation.internal;
