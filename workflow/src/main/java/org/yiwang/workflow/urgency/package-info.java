/** 急事先办: help first and papers later, on an order that names the emergency, what is put off and until when. */
package org.yiwang.workflow.urgency;
