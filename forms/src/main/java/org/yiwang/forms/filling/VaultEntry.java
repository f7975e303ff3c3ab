package org.yiwang.forms.filling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.material.TrustGrade;

/**
 * 材料库中的一份: what somebody handed in before, or what was issued to him.
 *
 * @param document whether it is a document issued here, and not a file that was handed in
 * @param requirement for which it was handed in; empty for a document
 * @param title name of that material, or of the document
 * @param name of the file
 * @param caseNo with which it came
 * @param validUntil last day; null where none is known
 * @param usedIn numbers of the cases in which it was used again
 */
public record VaultEntry(
        UUID id,
        boolean document,
        String requirement,
        String title,
        String name,
        long size,
        String contentType,
        TrustGrade grade,
        String caseNo,
        String itemName,
        Instant at,
        LocalDate validUntil,
        List<String> usedIn) {

    public VaultEntry {
        usedIn = List.copyOf(usedIn);
    }

    /** Without its name: this may end up in a log. */
    @Override
    public String toString() {
        return "vault:" + id;
    }
}
