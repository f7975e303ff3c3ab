/**
 * 事件订阅: what happened in the catalogue and to cases, told to outside programs as CloudEvents 1.0, each with a signature.
 * Every event has a position; positions have no gaps and are given after the commit, so that whoever reads on from the last
 * one he has seen misses nothing and gets nothing twice. Nothing personal is told.
 */
package org.yiwang.workflow.feed;
