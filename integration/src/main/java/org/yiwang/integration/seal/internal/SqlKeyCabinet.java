package org.yiwang.integration.seal.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.yiwang.forms.platform.SecretBox;

/** 密钥表: private keys in the database, sealed under a data key of their own. */
@ApplicationScoped
class SqlKeyCabinet implements KeyCabinet {

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource source;

    @Inject
    SecretBox box;

    @Inject
    Clock clock;

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Entry> find(String name) {
        String sql = "SELECT key_id, private_key, certificate FROM seal_key WHERE name = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Entry(box.open(row.getLong(1), place(name), row.getBytes(2)), row.getBytes(3)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("database: " + failure.getSQLState(), failure);
        }
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Entry keep(String name, Entry entry) {
        long keyId = box.newKey();
        // Two nodes at once: the second waits here for the first and then finds its row.
        String sql = "INSERT INTO seal_key (name, key_id, private_key, certificate, created_at) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (name) DO NOTHING";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setLong(2, keyId);
            statement.setBytes(3, box.seal(keyId, place(name), entry.privateKey()));
            statement.setBytes(4, entry.certificate());
            statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
            if (statement.executeUpdate() == 1) {
                return entry;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("database: " + failure.getSQLState(), failure);
        }
        return find(name).orElseThrow();
    }

    private static String place(String name) {
        return "seal_key.private_key:" + name;
    }
}
