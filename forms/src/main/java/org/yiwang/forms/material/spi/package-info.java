/** Ports of materials: where files lie, and who looks for viruses in them. */
package org.yiwang.forms.material.spi;
