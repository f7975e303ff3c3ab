package org.yiwang.integration.exchange;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.yiwang.workflow.forward.spi.ExchangeKeys;

/** 密钥文件: one line {@code system=secret} for each authority, the secret at least 32 characters of chance. */
public final class FileOfKeys implements ExchangeKeys {

    private static final int SHORTEST = 32;

    private final Properties keys = new Properties();

    public FileOfKeys(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            keys.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the exchange do not read", e);
        }
        keys.stringPropertyNames().stream()
                .filter(system -> keys.getProperty(system).length() < SHORTEST)
                .forEach(system -> {
                    throw new IllegalStateException(
                            "the key of " + system + " is shorter than " + SHORTEST + " characters");
                });
    }

    @Override
    public Optional<byte[]> of(String system) {
        return Optional.ofNullable(keys.getProperty(system)).map(secret -> secret.getBytes(StandardCharsets.UTF_8));
    }
}
