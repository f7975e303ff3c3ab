/**
 * 填报: from the first answer to the frozen submission. A draft follows the newest version of its item; submitting pins
 * the version, and answers and files then belong to the case. Everything personal is sealed under the draft's own key.
 */
package org.yiwang.forms.filling;
