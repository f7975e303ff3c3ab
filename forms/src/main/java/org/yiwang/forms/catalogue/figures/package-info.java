/**
 * 考核指标: figures of the catalogue and of its cases, each with what it is made of, counted anew whenever somebody asks:
 * no stored number can differ from the services people see.
 */
package org.yiwang.forms.catalogue.figures;
