/**
 * 题库和标准材料库: what all forms of the city ask and hand in, said once: data elements (附: the answers that mean the same
 * thing everywhere) and standard materials (the paper that is the same paper everywhere).
 */
package org.yiwang.forms.catalogue.bank;
