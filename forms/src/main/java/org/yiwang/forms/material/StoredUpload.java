package org.yiwang.forms.material;

import java.util.UUID;

/**
 * 已存文件.
 *
 * @param sha256 of the file as it was sent, 64 lower-case hex digits
 */
public record StoredUpload(UUID id, String name, long size, String contentType, String sha256) {}
