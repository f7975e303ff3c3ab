/** How the ground is built: plain SQL over the one data source, in the caller's transaction. */
package org.yiwang.forms.platform.internal;
