/**
 * 日常办理: what officers do among themselves while a case is in review: draw in a signer, delegate, ask for an opinion, let
 * somebody know. None of it changes where the case stands in law or how long it may take.
 */
package org.yiwang.workflow.handling;
