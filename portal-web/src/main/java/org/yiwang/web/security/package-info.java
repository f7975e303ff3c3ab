/**
 * 门户安全: who is asking, what a browser may load, and what is written down when somebody is turned away. Every request,
 * page or API, goes through the three filters here in the order web.xml gives them: trace id, security headers, actor.
 */
package org.yiwang.web.security;
