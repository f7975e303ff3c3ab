package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.yiwang.forms.platform.SecretBox;

/** Values as JSON, sealed in their place. */
@ApplicationScoped
public class SealedJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Inject
    SecretBox box;

    protected SealedJson() {}

    public SealedJson(SecretBox box) {
        this.box = box;
    }

    public long newKey() {
        return box.newKey();
    }

    public void destroyKey(long keyId) {
        box.destroyKey(keyId);
    }

    public byte[] seal(long keyId, String place, Object value) {
        try {
            return box.seal(keyId, place, JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(place + " is not JSON", impossible);
        }
    }

    public <T> T open(long keyId, String place, byte[] sealed, Class<T> type) {
        try {
            return JSON.readValue(box.open(keyId, place, sealed), type);
        } catch (IOException broken) {
            throw new IllegalStateException(place + " cannot be read", broken);
        }
    }
}
