/** 运维: what administrators and supervisors see and do about the platform itself. */
package org.yiwang.forms.operations;
