/** 告知承诺: what was granted on the applicant's word, and how it is checked afterwards. */
package org.yiwang.workflow.commitment;
