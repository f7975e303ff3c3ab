/** 页面部件: what every public page needs: language and mode of the URL, texts, dates, assets, QR codes. */
package org.yiwang.web.component;
