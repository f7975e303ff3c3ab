package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.office.ItemDraft;
import org.yiwang.forms.catalogue.office.ItemEvent;
import org.yiwang.forms.catalogue.office.ItemVersionLine;
import org.yiwang.forms.identity.Actor;

/** 事项后台存储: drafts of packages, how items stand, and what was done with them. */
@ApplicationScoped
public class OfficeStore {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public void add(PackageDraft draft) {
        em.persist(draft);
        em.flush();
    }

    /** Numbers are given and constraints looked at now and not at the commit. */
    public void flush() {
        em.flush();
    }

    public Optional<PackageDraft> draft(UUID id) {
        return em.createQuery("select d from PackageDraft d where d.publicId = :id", PackageDraft.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Locked until the end of the transaction, as it is then. */
    public Optional<PackageDraft> lock(UUID id) {
        return em.createQuery("select d from PackageDraft d where d.publicId = :id", PackageDraft.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The one draft of the item somebody is still at. */
    public Optional<PackageDraft> openDraft(String itemCode) {
        return openDrafts().stream()
                .filter(draft -> draft.itemCode().equals(itemCode))
                .findFirst();
    }

    /** All drafts somebody is still at: some dozens in a city. */
    public List<PackageDraft> openDrafts() {
        return em.createQuery(
                        "select d from PackageDraft d where d.state in (org.yiwang.forms.catalogue.office.DraftState.DRAFT,"
                                + " org.yiwang.forms.catalogue.office.DraftState.REVIEW,"
                                + " org.yiwang.forms.catalogue.office.DraftState.SCHEDULED) order by d.id",
                        PackageDraft.class)
                .getResultList();
    }

    public List<ItemDraft> draftsOf(String itemCode) {
        return em.createQuery(
                        "select d from PackageDraft d where d.itemCode = :code order by d.id desc", PackageDraft.class)
                .setParameter("code", itemCode)
                .setMaxResults(50)
                .getResultStream()
                .map(PackageDraft::view)
                .toList();
    }

    /** Drafts whose day has come, oldest first. */
    public List<UUID> dueDrafts(Instant now) {
        return em.createQuery(
                        "select d.publicId from PackageDraft d where d.nextFireAt <= :now order by d.nextFireAt, d.id",
                        UUID.class)
                .setParameter("now", now)
                .setMaxResults(100)
                .getResultList();
    }

    public List<String> dueStandings(Instant now) {
        return em.createQuery(
                        "select s.itemCode from StandingRow s where s.nextFireAt <= :now order by s.nextFireAt, s.id",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(100)
                .getResultList();
    }

    /** Locks a draft, or passes it by when somebody is at it. */
    public Optional<PackageDraft> lockDue(UUID id, boolean wait) {
        boolean mine = wait
                || !em.createNativeQuery("SELECT id FROM package_draft WHERE public_id = ?1 FOR UPDATE SKIP LOCKED")
                        .setParameter(1, id)
                        .getResultList()
                        .isEmpty();
        return mine ? lock(id) : Optional.empty();
    }

    public Optional<StandingRow> lockDueStanding(String itemCode, boolean wait) {
        boolean mine = wait
                || !em.createNativeQuery("SELECT id FROM item_standing WHERE item_code = ?1 FOR UPDATE SKIP LOCKED")
                        .setParameter(1, itemCode)
                        .getResultList()
                        .isEmpty();
        return mine ? standing(itemCode) : Optional.empty();
    }

    private Optional<StandingRow> standing(String itemCode) {
        return em.createQuery("select s from StandingRow s where s.itemCode = :code", StandingRow.class)
                .setParameter("code", itemCode)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** How the item stands, locked; a row is made when there is none yet. */
    public StandingRow lockStanding(String itemCode, Instant at) {
        return standing(itemCode).orElseGet(() -> {
            StandingRow row = new StandingRow(itemCode, at);
            em.persist(row);
            em.flush();
            return row;
        });
    }

    /** Items that stand otherwise than simply in use, or are planned to. */
    public Map<ItemCode, ItemStanding> standings() {
        Map<ItemCode, ItemStanding> standings = new HashMap<>();
        em.createQuery("select s from StandingRow s", StandingRow.class)
                .getResultList()
                .forEach(row -> standings.put(ItemCode.of(row.itemCode()), row.view()));
        return standings;
    }

    public Optional<ItemStanding> standingOf(String itemCode) {
        return em.createQuery("select s from StandingRow s where s.itemCode = :code", StandingRow.class)
                .setParameter("code", itemCode)
                .getResultStream()
                .findFirst()
                .map(StandingRow::view);
    }

    public void note(
            String itemCode,
            Optional<UUID> draft,
            Optional<Integer> number,
            ItemEvent.Type type,
            Actor actor,
            String words,
            Instant at) {
        em.createNativeQuery(
                        """
                        INSERT INTO item_event (item_code, draft_id, number, at, type, actor, actor_name, words)
                        VALUES (?1, CAST(NULLIF(?2, '') AS uuid), NULLIF(?3, 0), CAST(?4 AS timestamptz), ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, itemCode)
                .setParameter(2, draft.map(UUID::toString).orElse(""))
                .setParameter(3, number.orElse(0))
                .setParameter(4, at.toString())
                .setParameter(5, type.name())
                .setParameter(6, actor.key())
                .setParameter(7, actor.name())
                .setParameter(8, words)
                .executeUpdate();
    }

    /** Newest first. */
    public List<ItemEvent> history(String itemCode, int most) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT type, at, actor, actor_name, CAST(draft_id AS text), COALESCE(number, 0), words
                          FROM item_event WHERE item_code = ?1 ORDER BY id DESC LIMIT ?2
                        """)
                .setParameter(1, itemCode)
                .setParameter(2, most)
                .getResultList();
        return rows.stream().map(row -> event((Object[]) row)).toList();
    }

    private static ItemEvent event(Object[] row) {
        int number = ((Number) row[5]).intValue();
        return new ItemEvent(
                ItemEvent.Type.valueOf((String) row[0]),
                ((Timestamp) row[1]).toInstant(),
                (String) row[2],
                (String) row[3],
                Optional.ofNullable((String) row[4]).map(UUID::fromString),
                number == 0 ? Optional.empty() : Optional.of(number),
                (String) row[6]);
    }

    /** Published versions, newest first. */
    public List<ItemVersionLine> versions(String itemCode) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT v.number, v.published_at, v.published_by, v.sha256, v.id = i.current_version_id
                          FROM item_version v JOIN item i ON i.id = v.item_id
                         WHERE i.code = ?1 ORDER BY v.number DESC
                        """)
                .setParameter(1, itemCode)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new ItemVersionLine(
                        ((Number) row[0]).intValue(),
                        ((Timestamp) row[1]).toInstant(),
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4]))
                .toList();
    }
}
