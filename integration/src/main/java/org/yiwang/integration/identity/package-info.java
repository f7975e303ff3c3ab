/** Who confirms that a name belongs to a number: the national registers, or a stand-in for them. */
package org.yiwang.integration.identity;
