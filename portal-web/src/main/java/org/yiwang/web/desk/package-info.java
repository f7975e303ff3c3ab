/**
 * 工作台: inbox, case page, notices. PrimeFaces on stateless views: what a form needs to be understood later (the case, the
 * version seen) is in the form, so no view can expire, any node can answer, and what was typed comes back with a refusal.
 */
package org.yiwang.web.desk;
