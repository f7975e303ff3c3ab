/**
 * 电子签章适配: who signs for the departments. Here is the stand-in for demo and tests: a certificate authority of this
 * installation with one key per department.
 */
package org.yiwang.integration.seal;
