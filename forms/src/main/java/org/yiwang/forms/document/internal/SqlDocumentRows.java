package org.yiwang.forms.document.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentState;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.material.spi.FileOwner;

/** 文书表: the register in the database, on the caller's transaction. */
@ApplicationScoped
class SqlDocumentRows implements DocumentRows, FileOwner {

    private static final String COLUMNS = "id, case_no, kind, template_key, item_version_id, issuer, issuer_name,"
            + " item_name, title, holder_masked, date, key_id, data, verification_code, series, ordered_at, addressee, state, number,"
            + " rendered_file, file, size, sha256, signed_sha256, signer, signed_at, registered_at, revoked_at,"
            + " revoked_reason, void_reason";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM official_document WHERE ";
    private static final String INSERT = "INSERT INTO official_document (id, case_no, kind, template_key,"
            + " item_version_id, issuer, issuer_name, item_name, title, holder_masked, date, key_id, data,"
            + " verification_code, series, ordered_at, addressee, state)"
            + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String UPDATE = "UPDATE official_document SET state = ?, number = ?, rendered_file = ?,"
            + " file = ?, size = ?, sha256 = ?, signed_sha256 = ?, signer = ?, signed_at = ?, registered_at = ?,"
            + " revoked_at = ?, revoked_reason = ?, void_reason = ? WHERE id = ?";

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource source;

    /** A batch, which the driver sends as one statement. */
    @Override
    public void add(List<OfficialDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (OfficialDocument document : documents) {
                bind(statement, columns(document));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Object[] columns(OfficialDocument d) {
        return new Object[] {
            d.id(),
            d.caseNo(),
            d.kind().name(),
            d.templateKey(),
            d.itemVersionId(),
            d.issuer(),
            d.issuerName(),
            d.itemName(),
            d.title(),
            d.holderMasked(),
            d.date(),
            d.keyId(),
            d.data(),
            d.code(),
            d.series(),
            d.orderedAt(),
            d.addressee(),
            d.state().name()
        };
    }

    @Override
    public void save(OfficialDocument d) {
        OfficialDocument.Progress p = d.progress();
        update(
                UPDATE,
                p.state().name(),
                p.number(),
                p.renderedFile(),
                p.file(),
                p.size(),
                p.sha256(),
                p.signedSha256(),
                p.signer(),
                p.signedAt(),
                p.registeredAt(),
                p.revokedAt(),
                p.state() == DocumentState.VOID ? null : p.reason(),
                p.state() == DocumentState.VOID ? p.reason() : null,
                d.id());
    }

    @Override
    public void revokedBy(UUID id, String actor) {
        update("UPDATE official_document SET revoked_by = ? WHERE id = ?", actor, id);
    }

    @Override
    public void voidedBy(UUID id, String actor, Instant at) {
        update("UPDATE official_document SET voided_by = ?, voided_at = ? WHERE id = ?", actor, at, id);
    }

    @Override
    public Optional<OfficialDocument> find(UUID id) {
        return list(SELECT + "id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<OfficialDocument> lock(UUID id) {
        return list(SELECT + "id = ? FOR UPDATE", id).stream().findFirst();
    }

    @Override
    public Optional<OfficialDocument> byCode(String code) {
        return entered("verification_code = ?", code);
    }

    @Override
    public Optional<OfficialDocument> bySha256(String hex) {
        return entered("sha256 = ?", hex);
    }

    @Override
    public Optional<OfficialDocument> bySignedSha256(String hex) {
        return entered("signed_sha256 = ?", hex);
    }

    private Optional<OfficialDocument> entered(String condition, String value) {
        return list(SELECT + condition + " AND state IN ('REGISTERED', 'VOID')", value).stream()
                .findFirst();
    }

    @Override
    public List<DocumentView> ofCase(String caseNo) {
        return list(SELECT + "case_no = ? AND state <> 'VOID' ORDER BY ordinal", caseNo).stream()
                .map(OfficialDocument::view)
                .toList();
    }

    @Override
    public Optional<DocumentView> view(UUID id) {
        return find(id).map(OfficialDocument::view);
    }

    @Override
    public Set<String> known(Set<String> addresses) {
        Set<String> known = new HashSet<>();
        String sql =
                "SELECT file, rendered_file FROM official_document WHERE file = ANY (?) OR rendered_file = ANY (?)";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Array list = connection.createArrayOf("text", addresses.toArray());
            statement.setArray(1, list);
            statement.setArray(2, list);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                    known.add(rows.getString(2));
                }
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
        known.retainAll(addresses);
        return known;
    }

    private void update(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private List<OfficialDocument> list(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<OfficialDocument> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }

    private static OfficialDocument read(ResultSet row) throws SQLException {
        return new OfficialDocument(
                row.getObject("id", UUID.class),
                row.getString("case_no"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("template_key"),
                row.getLong("item_version_id"),
                row.getString("issuer"),
                row.getString("issuer_name"),
                row.getString("item_name"),
                row.getString("title"),
                row.getString("holder_masked"),
                row.getObject("date", LocalDate.class),
                row.getLong("key_id"),
                row.getBytes("data"),
                row.getString("verification_code"),
                row.getString("series"),
                instant(row, "ordered_at"),
                row.getObject("addressee", UUID.class),
                progress(row));
    }

    private static OfficialDocument.Progress progress(ResultSet row) throws SQLException {
        return new OfficialDocument.Progress(
                DocumentState.valueOf(row.getString("state")),
                row.getString("number"),
                row.getString("rendered_file"),
                row.getString("file"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("signed_sha256"),
                row.getString("signer"),
                instant(row, "signed_at"),
                instant(row, "registered_at"),
                instant(row, "revoked_at"),
                Optional.ofNullable(row.getString("revoked_reason")).orElse(row.getString("void_reason")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("database: " + failure.getSQLState(), failure);
    }
}
