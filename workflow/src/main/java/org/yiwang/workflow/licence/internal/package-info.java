/** Private to licences. */
package org.yiwang.workflow.licence.internal;
