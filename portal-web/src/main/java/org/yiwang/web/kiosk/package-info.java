/**
 * 自助终端: the pages of a public machine. It is set up once; a person's session begins with his card and sees only him; it
 * ends with 结束 or by itself, and the next person can reach nothing of it. All of it lies below {@code /kiosk}, under
 * credentials that count nowhere else ({@code web.security.KioskDoor}).
 */
package org.yiwang.web.kiosk;
