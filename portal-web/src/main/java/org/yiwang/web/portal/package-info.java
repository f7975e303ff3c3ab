/**
 * 网上大厅: the public pages. One servlet finds the page of a URL, the page object talks to the use cases, a Facelets view
 * shows the result. Pages keep nothing between requests: whatever was typed is in the form or saved in the draft, so no
 * view can expire and any node can answer.
 */
package org.yiwang.web.portal;
