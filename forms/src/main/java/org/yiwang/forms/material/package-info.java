/** 材料: what people hand in as files. Checked by content before anything is kept, sealed at rest, shown only in its own place. */
package org.yiwang.forms.material;
