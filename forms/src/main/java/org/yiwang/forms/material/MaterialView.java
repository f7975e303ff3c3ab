package org.yiwang.forms.material;

import java.util.UUID;

/**
 * 材料: a file handed in for a requirement.
 *
 * @param requirement key of the material requirement
 * @param name of the file, cleaned
 * @param sha256 of the file as it was sent, 64 lower-case hex digits
 * @param getType how it came
 * @param grade how far it can be relied on
 * @param turn by how many degrees clockwise to show it: 0, 90, 180 or 270
 */
public record MaterialView(
        UUID id,
        String requirement,
        String name,
        long size,
        String contentType,
        String sha256,
        int turn,
        GetType getType,
        TrustGrade grade) {}
