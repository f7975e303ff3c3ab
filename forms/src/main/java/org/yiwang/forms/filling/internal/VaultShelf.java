package org.yiwang.forms.filling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.filling.Vault;
import org.yiwang.forms.filling.VaultEntry;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.MandateKind;
import org.yiwang.forms.identity.PartyKind;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.material.TrustGrade;

/**
 * 材料架: a view of what lies with somebody's cases already; nothing is stored a second time, and with a case that is erased
 * goes what came with it. Found by its owner only.
 */
@ApplicationScoped
public class VaultShelf {

    /** 个人空间限额: 100 MB (国办函〔2016〕108号要求限额). */
    static final long QUOTA = 100L << 20;

    private static final int MOST = 300;

    private static final String FILES =
            """
            SELECT CAST(f.public_id AS text), false, f.requirement, f.scope, f.size, f.content_type, f.grade,
                   d.case_no, d.item_code, f.uploaded_at, CAST(NULL AS date), '',
                   COALESCE((SELECT string_agg(DISTINCT replace(u.scope, 'case:', ''), ' ') FROM uploaded_file u
                             WHERE u.origin = f.public_id AND u.public_id <> f.public_id AND u.scope LIKE 'case:%'), '')
              FROM draft d JOIN uploaded_file f ON f.scope = 'case:' || d.case_no
             WHERE d.applicant_id = ?1 AND d.case_no IS NOT NULL
               AND f.superseded_at IS NULL AND f.requirement <> '' AND f.origin = f.public_id
               AND NOT EXISTS (SELECT 1 FROM vault_hidden h WHERE h.owner_id = ?1 AND h.entry = f.public_id)
            """;

    private static final String DOCUMENTS =
            """
            SELECT CAST(o.id AS text), true, '', '', o.size, 'application/pdf', 'A',
                   d.case_no, d.item_code, o.registered_at, CAST(NULL AS date), o.title,
                   COALESCE((SELECT string_agg(DISTINCT replace(u.scope, 'case:', ''), ' ') FROM uploaded_file u
                             WHERE u.origin = o.id AND u.scope LIKE 'case:%'), '')
              FROM draft d JOIN official_document o ON o.case_no = d.case_no
             WHERE d.applicant_id = ?1 AND d.case_no IS NOT NULL
               AND o.kind = 'RESULT' AND o.state = 'REGISTERED' AND o.revoked_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM vault_hidden h WHERE h.owner_id = ?1 AND h.entry = o.id)
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    Materials materials;

    @Inject
    FindItem items;

    @Inject
    FindParty parties;

    /** 找到的一份, with where it lies. */
    public record Found(boolean document, String scope, String name, TrustGrade grade, LocalDate validUntil) {}

    /** Newest first; what goes beyond the quota is not offered. */
    public Vault of(long owner) {
        List<VaultEntry> entries = new ArrayList<>();
        long used = 0;
        for (Object[] row : rows(owner)) {
            long size = ((Number) row[4]).longValue();
            boolean document = (Boolean) row[1];
            if (!document && used + size > QUOTA) {
                continue;
            }
            used += document ? 0 : size;
            entries.add(entry(row));
        }
        return new Vault(entries, used, QUOTA);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(long owner) {
        return em.createNativeQuery(FILES + " UNION ALL " + DOCUMENTS + " ORDER BY 10 DESC LIMIT " + MOST)
                .setParameter(1, owner)
                .getResultList();
    }

    private VaultEntry entry(Object[] row) {
        UUID id = UUID.fromString((String) row[0]);
        boolean document = (Boolean) row[1];
        String requirement = (String) row[2];
        String itemCode = (String) row[8];
        var item = items.current(ItemCode.of(itemCode));
        String title = document
                ? (String) row[11]
                : item.flatMap(found -> found.material(requirement))
                        .map(need -> need.name().zh())
                        .orElse(requirement);
        String used = (String) row[12];
        return new VaultEntry(
                id,
                document,
                requirement,
                title,
                document ? title + ".pdf" : materials.nameOf((String) row[3], id),
                ((Number) row[4]).longValue(),
                (String) row[5],
                TrustGrade.valueOf(((String) row[6]).strip()),
                (String) row[7],
                item.map(found -> found.name().zh()).orElse(itemCode),
                instant(row[9]),
                row[10] == null ? null : ((java.sql.Date) row[10]).toLocalDate(),
                used.isEmpty() ? List.of() : Arrays.asList(used.split(" ")));
    }

    private static Instant instant(Object at) {
        return at instanceof Timestamp stamp ? stamp.toInstant() : Instant.parse(at.toString());
    }

    /** One entry of this owner; of anybody else it is as if it were not there. */
    public Optional<Found> find(long owner, UUID id) {
        return rows(owner).stream()
                .filter(row -> row[0].equals(id.toString()))
                .map(row -> {
                    VaultEntry entry = entry(row);
                    return new Found(
                            entry.document(), (String) row[3], entry.name(), entry.grade(), entry.validUntil());
                })
                .findFirst();
    }

    public void hide(long owner, UUID id) {
        em.createNativeQuery("INSERT INTO vault_hidden (owner_id, entry) VALUES (?1, CAST(?2 AS uuid))"
                        + " ON CONFLICT DO NOTHING")
                .setParameter(1, owner)
                .setParameter(2, id.toString())
                .executeUpdate();
    }

    /**
     * Whether who fills this in may use what its applicant has stored: he himself, the clerk before whom he stands, his
     * guardian, or whoever acts for an organisation. A friend with a mandate for one errand is not shown somebody's papers.
     */
    public boolean mayUse(Actor actor, Draft draft) {
        if (actor.officer() || actor.id() == draft.applicantId()) {
            return true;
        }
        return parties.snapshot(draft.applicantId()).kind() == PartyKind.ORGANISATION
                || parties.mandates(actor).stream()
                        .anyMatch(mandate ->
                                mandate.number().equals(draft.basis()) && mandate.kind() == MandateKind.GUARDIAN);
    }
}
