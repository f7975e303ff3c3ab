/** Who looks for viruses in uploads: ClamAV, or nobody. */
package org.yiwang.integration.scan;
