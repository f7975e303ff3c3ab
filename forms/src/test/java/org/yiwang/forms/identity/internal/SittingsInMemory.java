package org.yiwang.forms.identity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sittings of a test. */
public class SittingsInMemory extends Sittings {

    private static final class Row {
        private Sitting sitting;
        private String token;
        private String series;
        private String remember;
        private String before = "";
        private Instant rotatedAt;
    }

    private final List<Row> rows = new ArrayList<>();

    @Override
    public void open(Sitting opened, String tokenHash, String series, String rememberHash) {
        Row row = new Row();
        row.sitting = with(opened, rows.size() + 1, opened.renewedAt(), opened.expiresAt());
        row.token = tokenHash;
        row.series = series;
        row.remember = rememberHash;
        row.rotatedAt = opened.renewedAt();
        rows.add(row);
    }

    @Override
    public Optional<Sitting> byToken(String tokenHash) {
        return one(row -> row.token.equals(tokenHash));
    }

    @Override
    public Optional<Sitting> bySeries(String series, String rememberHash) {
        return one(row -> row.series.equals(series) && row.remember.equals(rememberHash));
    }

    @Override
    public Optional<Sitting> byFormerSecret(String series, String rememberHash, Instant rotatedAfter) {
        return one(row ->
                row.series.equals(series) && row.before.equals(rememberHash) && row.rotatedAt.isAfter(rotatedAfter));
    }

    @Override
    public void renew(long id, Instant now, Instant expiresAt) {
        rows.stream()
                .filter(row -> row.sitting.id() == id)
                .forEach(row -> row.sitting = with(row.sitting, id, now, expiresAt));
    }

    @Override
    public void rotate(long id, Instant now, Instant expiresAt, String tokenHash, String rememberHash) {
        renew(id, now, expiresAt);
        rows.stream().filter(row -> row.sitting.id() == id).forEach(row -> {
            row.token = tokenHash;
            row.before = row.remember;
            row.remember = rememberHash;
            row.rotatedAt = now;
        });
    }

    @Override
    public void close(String tokenHash) {
        rows.removeIf(row -> row.token.equals(tokenHash));
    }

    @Override
    public int closeSeries(String series) {
        int before = rows.size();
        rows.removeIf(row -> row.series.equals(series));
        return before - rows.size();
    }

    @Override
    public void closeAt(long deviceId) {
        rows.removeIf(row -> row.sitting.deviceId() == deviceId);
    }

    @Override
    public void closeDevice(long accountId, Instant endingAfter) {
        rows.removeIf(row ->
                row.sitting.accountId() == accountId && row.sitting.endsAt().isAfter(endingAfter));
    }

    @Override
    public void forget(Instant endedBefore) {
        rows.removeIf(row -> row.sitting.endsAt().isBefore(endedBefore));
    }

    private Optional<Sitting> one(Predicate<Row> which) {
        return rows.stream().filter(which).map(row -> row.sitting).findFirst();
    }

    private static Sitting with(Sitting s, long id, Instant renewedAt, Instant expiresAt) {
        return new Sitting(
                id,
                s.accountId(),
                s.deviceId(),
                s.kind(),
                s.subjectId(),
                s.channel(),
                "陈*",
                s.idleSeconds(),
                renewedAt,
                expiresAt,
                s.endsAt());
    }
}
