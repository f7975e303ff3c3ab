package org.yiwang.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 无需登录: marks the few resources that anybody may call. They change nothing of anybody's, so their POSTs need no
 * {@code Idempotency-Key}. What is not marked needs a bearer token, and a key for each POST.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToAll {}
