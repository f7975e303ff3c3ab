/**
 * 开放接口: the REST API of kiosks and outside programs, described by {@code META-INF/openapi.json}. Resources only
 * translate between JSON and use cases; what may be done is decided there. Every answer that is not what was asked for
 * is an RFC 9457 problem.
 */
package org.yiwang.web.api;
