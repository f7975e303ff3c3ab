/**
 * 一件事: an errand of life that needs several services. It is submitted once; each service stays a case of its own, with
 * its own clock and its own decision, and the errand keeps them together: order, one promised date, joint delivery.
 */
package org.yiwang.workflow.bundle;
