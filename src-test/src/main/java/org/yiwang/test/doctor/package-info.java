/** 体检: {@code ./dev doctor} and {@code ./dev audit} look at an installation from the outside and change nothing. */
package org.yiwang.test.doctor;
