package org.yiwang.forms.platform;

/**
 * 密文箱: personal data at rest. AES-256-GCM with a data key per draft or case; the data keys are wrapped by the master
 * key, so erasing one row makes everything sealed under it unreadable.
 */
public interface SecretBox {

    /** Makes a new data key in the caller's transaction and returns its id. */
    long newKey();

    /**
     * Seals bytes. {@code place} is authenticated with them (table and row, such as {@code draft.answers:42}), so that a
     * value copied to another row does not open.
     */
    byte[] seal(long keyId, String place, byte[] plain);

    /** Opens what {@link #seal} made; throws {@link IllegalStateException} if key, place or bytes do not fit. */
    byte[] open(long keyId, String place, byte[] sealed);

    /** Destroys a data key: what was sealed under it is gone for good. */
    void destroyKey(long keyId);

    /**
     * Keyed hash for looking things up (ID numbers, query codes, tokens): HMAC-SHA-256 as 64 lower-case hex digits under
     * a key of its own per purpose.
     */
    String lookupHash(String purpose, String normalisedValue);
}
