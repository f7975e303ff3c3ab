package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.forms.platform.StartStep;

/**
 * AES 密文箱: a sealed value is one byte of format, eight of key id, twelve of nonce, then ciphertext and tag. Place and key
 * id are authenticated, so a value opens only where it was put.
 */
@ApplicationScoped
class AesSecretBox implements SecretBox, StartStep {

    private static final byte FORMAT = 1;
    private static final int HEADER = 9;

    private final MasterKey master;
    private final KeyStore store;
    private final KeyCache cache;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();
    private volatile byte[] rootKey;

    AesSecretBox() {
        this(null, null, null);
    }

    @Inject
    AesSecretBox(MasterKey master, KeyStore store, KeyCache cache) {
        this.master = master;
        this.store = store;
        this.cache = cache;
    }

    @Override
    @Transactional
    public long newKey() {
        long id = store.nextId();
        byte[] key = Aes.newKey();
        store.store(id, Aes.seal(master.bytes(), "data_key:" + id, key));
        cache.put(id, key);
        return id;
    }

    @Override
    public byte[] seal(long keyId, String place, byte[] plain) {
        byte[] body = Aes.seal(key(keyId), associated(keyId, place), plain);
        return ByteBuffer.allocate(HEADER + body.length)
                .put(FORMAT)
                .putLong(keyId)
                .put(body)
                .array();
    }

    @Override
    public byte[] open(long keyId, String place, byte[] sealed) {
        if (sealed.length < HEADER || sealed[0] != FORMAT) {
            throw new IllegalStateException("not a sealed value of a known format");
        }
        if (ByteBuffer.wrap(sealed, 1, Long.BYTES).getLong() != keyId) {
            throw new IllegalStateException("sealed under another key");
        }
        return Aes.open(key(keyId), associated(keyId, place), sealed, HEADER);
    }

    @Override
    @Transactional
    public void destroyKey(long keyId) {
        store.delete(keyId);
        cache.forget(keyId);
    }

    @Override
    public String lookupHash(String purpose, String normalisedValue) {
        byte[] hash = Aes.hmac(derived("lookup:" + purpose), normalisedValue.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    /** Seals what belongs to no case and is gone within days, under a key of the installation. */
    byte[] sealOwn(String purpose, String place, byte[] plain) {
        return Aes.seal(derived("seal:" + purpose), place, plain);
    }

    byte[] openOwn(String purpose, String place, byte[] sealed) {
        return Aes.open(derived("seal:" + purpose), place, sealed, 0);
    }

    private static String associated(long keyId, String place) {
        return keyId + "|" + place;
    }

    private byte[] key(long keyId) {
        return cache.get(keyId, () -> {
            byte[] wrapped = store.load(keyId)
                    .orElseThrow(() -> new IllegalStateException("data key " + keyId + " is not there or destroyed"));
            return Aes.open(master.bytes(), "data_key:" + keyId, wrapped, 0);
        });
    }

    private byte[] derived(String purpose) {
        return derived.computeIfAbsent(purpose, name -> Aes.derive(root(), name));
    }

    private byte[] root() {
        if (rootKey == null) {
            String place = "root_key:lookup";
            byte[] wrapped = store.root("lookup", Aes.seal(master.bytes(), place, Aes.newKey()));
            try {
                rootKey = Aes.open(master.bytes(), place, wrapped, 0);
            } catch (IllegalStateException foreign) {
                throw new IllegalStateException("the master key file does not belong to this database");
            }
        }
        return rootKey;
    }

    @Override
    public int order() {
        return GROUND;
    }

    @Override
    public String name() {
        return "keys";
    }

    /** Says at start, and not at the first case, that the master key is missing or a wrong one. */
    @Override
    @Transactional
    public void run() {
        root();
    }
}
