package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.yiwang.forms.platform.MachineTime;

/** 密钥表. */
@ApplicationScoped
class SqlKeyStore implements KeyStore {

    @Inject
    Sql sql;

    @Inject
    @MachineTime
    Clock clock;

    @Override
    public long nextId() {
        return sql.first("SELECT nextval('data_key_seq')", row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public void store(long id, byte[] wrapped) {
        sql.update("INSERT INTO data_key (id, wrapped, created_at) VALUES (?, ?, ?)", id, wrapped, clock.instant());
    }

    @Override
    public Optional<byte[]> load(long id) {
        return sql.first("SELECT wrapped FROM data_key WHERE id = ?", row -> row.getBytes(1), id);
    }

    @Override
    public void delete(long id) {
        sql.update("DELETE FROM data_key WHERE id = ?", id);
    }

    @Override
    public byte[] root(String purpose, byte[] fresh) {
        String select = "SELECT wrapped FROM root_key WHERE purpose = ?";
        return sql.first(select, row -> row.getBytes(1), purpose).orElseGet(() -> {
            sql.update(
                    "INSERT INTO root_key (purpose, wrapped, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    purpose,
                    fresh,
                    clock.instant());
            return sql.first(select, row -> row.getBytes(1), purpose).orElseThrow();
        });
    }
}
