package org.yiwang.forms.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** A secret box for rules without a database: keeps the promises about keys and places, and hides nothing. */
public class BoxInMemory implements SecretBox {

    private final Set<Long> keys = new HashSet<>();
    private long last = 100;

    @Override
    public long newKey() {
        keys.add(++last);
        return last;
    }

    @Override
    public byte[] seal(long keyId, String place, byte[] plain) {
        need(keyId);
        return (keyId + "|" + place + "|" + Base64.getEncoder().encodeToString(plain)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] open(long keyId, String place, byte[] sealed) {
        need(keyId);
        String[] parts = new String(sealed, StandardCharsets.UTF_8).split("\\|");
        if (parts.length < 2 || !parts[0].equals("" + keyId) || !parts[1].equals(place)) {
            throw new IllegalStateException("opened in another place");
        }
        return parts.length == 2 ? new byte[0] : Base64.getDecoder().decode(parts[2]);
    }

    @Override
    public void destroyKey(long keyId) {
        keys.remove(keyId);
    }

    @Override
    public String lookupHash(String purpose, String value) {
        return HexFormat.of().toHexDigits((purpose + "|" + value).hashCode()).repeat(8);
    }

    public boolean holds(long keyId) {
        return keys.contains(keyId);
    }

    private void need(long keyId) {
        if (!keys.contains(keyId)) {
            throw new IllegalStateException("no key " + keyId);
        }
    }
}
