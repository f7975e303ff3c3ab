package org.yiwang.forms.filling;

import java.util.List;

/**
 * 我的材料: what can be used again, newest first.
 *
 * @param used bytes of what was handed in
 * @param quota how many bytes are kept for use again; what is older than that stays with its cases only
 */
public record Vault(List<VaultEntry> entries, long used, long quota) {

    public Vault {
        entries = List.copyOf(entries);
    }
}
