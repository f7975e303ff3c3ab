/** 事项检索: finds services by whatever people call them. */
package org.yiwang.forms.catalogue.search;
