/** Private to the component: layout and drawing, the register, the steps of issuing, the check of signatures. */
package org.yiwang.forms.document.internal;
