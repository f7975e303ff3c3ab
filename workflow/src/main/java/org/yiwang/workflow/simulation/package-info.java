/** 办件推演: what would become of a case, found out with the real use cases and undone (ADR 0017). */
package org.yiwang.workflow.simulation;
