/** Ports of identity: where officers come from, and who confirms that a name belongs to a number. */
package org.yiwang.forms.identity.spi;
