/**
 * 撤回、注销: what was granted ends before or with its time (行政许可法 §8, §70): proposed by one officer, also on its holder's
 * application, decided by another, its holder told and heard where it takes something from him; verifying it says so.
 */
package org.yiwang.workflow.tenure;
