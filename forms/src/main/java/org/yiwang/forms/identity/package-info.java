/** 身份: who asks, for whom, and how sure we are. Numbers that the state gives (ID number, credit code) with their checks. */
package org.yiwang.forms.identity;
