/** 浏览器里的办事过程: journeys of people at their screens, in headless Chromium. */
package org.yiwang.test.journey;
