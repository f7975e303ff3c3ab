package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;

/** 目录存储: items and versions in the database. */
@ApplicationScoped
public class CatalogueStore {

    /** Any number will do, as long as nobody else takes the same: "item". */
    private static final long LOCK = 0x6974656dL;

    private static final String VERSIONS =
            """
            SELECT v.id, v.number, v.sha256, v.published_at, v.process_definition_id, v.compiled
            FROM item_version v
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Publishing happens one at a time in the whole installation; the lock goes with the transaction. */
    public void lock() {
        em.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) l")
                .setParameter(1, LOCK)
                .getResultList();
    }

    public long revision() {
        return number(em.createNativeQuery("SELECT revision FROM catalogue_revision WHERE id = 1")
                .getSingleResult());
    }

    public List<ItemVersion> current() {
        return versions(em.createNativeQuery(VERSIONS + "JOIN item i ON i.current_version_id = v.id")
                .getResultList());
    }

    public Optional<ItemVersion> version(long id) {
        return versions(em.createNativeQuery(VERSIONS + "WHERE v.id = ?1")
                        .setParameter(1, id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** The newest version of an item with its item.json, as the transaction that publishes it sees them. */
    public Optional<BundleCompiler.Published> published(ItemCode code) {
        List<?> rows = em.createNativeQuery(VERSIONS + "JOIN item i ON i.current_version_id = v.id WHERE i.code = ?1")
                .setParameter(1, code.value())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new BundleCompiler.Published(
                        version((Object[]) row), PackageReader.itemOf((String) ((Object[]) row)[5])));
    }

    /** One file of a version's package, byte for byte as it was published. */
    public Optional<byte[]> file(long versionId, String path) {
        return Optional.ofNullable(files(versionId).get(path));
    }

    /** All files of a version's package; none for a version that is not there. */
    public SortedMap<String, byte[]> files(long versionId) {
        List<?> found = em.createNativeQuery("SELECT package FROM item_version WHERE id = ?1")
                .setParameter(1, versionId)
                .getResultList();
        return found.isEmpty() ? new TreeMap<>() : PackageArchive.unpack((byte[]) found.get(0));
    }

    /** The number of the version with these very bytes, be it an older one. */
    public Optional<Integer> known(ItemCode code, String sha256) {
        return em
                .createNativeQuery("SELECT v.number FROM item_version v JOIN item i ON i.id = v.item_id"
                        + " WHERE i.code = ?1 AND v.sha256 = ?2")
                .setParameter(1, code.value())
                .setParameter(2, sha256)
                .getResultList()
                .stream()
                .findFirst()
                .map(number -> (int) number(number));
    }

    /** A version by its number. */
    public Optional<ItemVersion> versionOf(ItemCode code, int number) {
        return versions(em.createNativeQuery(
                                VERSIONS + "JOIN item i ON i.id = v.item_id WHERE i.code = ?1 AND v.number = ?2")
                        .setParameter(1, code.value())
                        .setParameter(2, number)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Numbers of trials lie far above those of versions; each has its own, so that two trials do not wait for one another. */
    private static int trialNumber(long id) {
        return 900_000 + (int) Math.floorMod(id, 99_999L);
    }

    /** Adds a version for a simulation; the current one stays current. */
    public void addTrial(
            long id, ServicePackage servicePackage, String sha256, Optional<String> processDefinitionId, Instant at) {
        insert(
                id,
                item(servicePackage.code(), at),
                trialNumber(id),
                servicePackage,
                sha256,
                processDefinitionId,
                "simulation",
                at);
    }

    /** Adds a version and makes it the current one; returns its number. */
    public int add(
            ServicePackage servicePackage, String sha256, Optional<String> processDefinitionId, String by, Instant at) {
        long item = item(servicePackage.code(), at);
        int number = (int)
                number(em.createNativeQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM item_version WHERE item_id = ?1")
                        .setParameter(1, item)
                        .getSingleResult());
        long version = next("item_version_seq");
        insert(version, item, number, servicePackage, sha256, processDefinitionId, by, at);
        em.createNativeQuery("UPDATE item SET current_version_id = ?1 WHERE id = ?2")
                .setParameter(1, version)
                .setParameter(2, item)
                .executeUpdate();
        return number;
    }

    private void insert(
            long version,
            long item,
            int number,
            ServicePackage servicePackage,
            String sha256,
            Optional<String> processDefinitionId,
            String by,
            Instant at) {
        em.createNativeQuery(
                        """
                        INSERT INTO item_version
                          (id, item_id, number, sha256, package, compiled, process_definition_id, published_by, published_at)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULLIF(?7, ''), ?8, ?9)
                        """)
                .setParameter(1, version)
                .setParameter(2, item)
                .setParameter(3, number)
                .setParameter(4, sha256)
                .setParameter(5, PackageArchive.pack(servicePackage.files()))
                .setParameter(6, PackageReader.compile(servicePackage))
                .setParameter(7, processDefinitionId.orElse(""))
                .setParameter(8, by)
                .setParameter(9, stamp(at))
                .executeUpdate();
    }

    public void raiseRevision() {
        em.createNativeQuery("UPDATE catalogue_revision SET revision = revision + 1 WHERE id = 1")
                .executeUpdate();
    }

    private long item(ItemCode code, Instant at) {
        List<?> found = em.createNativeQuery("SELECT id FROM item WHERE code = ?1")
                .setParameter(1, code.value())
                .getResultList();
        if (!found.isEmpty()) {
            return number(found.get(0));
        }
        long id = next("item_seq");
        em.createNativeQuery("INSERT INTO item (id, code, created_at) VALUES (?1, ?2, ?3)")
                .setParameter(1, id)
                .setParameter(2, code.value())
                .setParameter(3, stamp(at))
                .executeUpdate();
        return id;
    }

    private long next(String sequence) {
        return number(em.createNativeQuery("SELECT nextval('" + sequence + "')").getSingleResult());
    }

    private static List<ItemVersion> versions(List<?> rows) {
        return rows.stream().map(row -> version((Object[]) row)).toList();
    }

    private static ItemVersion version(Object[] row) {
        ItemReader.Identity identity = new ItemReader.Identity(
                number(row[0]),
                (int) number(row[1]),
                (String) row[2],
                ((Timestamp) row[3]).toInstant(),
                Optional.ofNullable((String) row[4]));
        return PackageReader.version(identity, (String) row[5]);
    }

    /** Drivers and dialects differ in what a single column comes as: the value itself, or a row of one. */
    private static long number(Object value) {
        return ((Number) (value instanceof Object[] row ? row[0] : value)).longValue();
    }

    private static Timestamp stamp(Instant at) {
        return Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS));
    }
}
