package org.yiwang.workflow.organisation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.workflow.organisation.City;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Officer;

/** 组织表. */
@ApplicationScoped
public class OrganisationTables {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public record All(List<Department> departments, List<Officer> officers) {}

    /** Brings the tables in line with a file; the same bytes change nothing. Two nodes at once: the second waits. */
    @Transactional
    public void load(City city, byte[] file) {
        em.createNativeQuery("LOCK TABLE organisation_revision IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
        String sha256 = sha256(file);
        if (!em.createNativeQuery("SELECT id FROM organisation_revision WHERE sha256 = ?1")
                .setParameter(1, sha256)
                .getResultList()
                .isEmpty()) {
            return;
        }
        for (int i = 0; i < city.departments().size(); i++) {
            put(city.departments().get(i), i);
        }
        em.createNativeQuery("UPDATE officer SET active = false").executeUpdate();
        em.createNativeQuery("DELETE FROM officer_post p USING officer o"
                        + " WHERE o.id = p.officer_id AND o.rights_granted_at IS NULL")
                .executeUpdate();
        city.officers().forEach(this::put);
        em.createNativeQuery("INSERT INTO organisation_revision (id, sha256, revision) VALUES (1, ?1, 1)"
                        + " ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256,"
                        + " revision = organisation_revision.revision + 1")
                .setParameter(1, sha256)
                .executeUpdate();
    }

    private void put(Department d, int position) {
        em.createNativeQuery(
                        """
                        INSERT INTO department (code, position, name, letter_code, seal_name, address, phone,
                            reconsideration_org, court, reconsideration_url, supervision_phone)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                        ON CONFLICT (code) DO UPDATE SET position = excluded.position, name = excluded.name,
                            letter_code = excluded.letter_code, seal_name = excluded.seal_name,
                            address = excluded.address, phone = excluded.phone,
                            reconsideration_org = excluded.reconsideration_org, court = excluded.court,
                            reconsideration_url = excluded.reconsideration_url,
                            supervision_phone = excluded.supervision_phone
                        """)
                .setParameter(1, d.code())
                .setParameter(2, position)
                .setParameter(3, d.name())
                .setParameter(4, d.letterCode())
                .setParameter(5, d.sealName())
                .setParameter(6, d.address())
                .setParameter(7, d.phone())
                .setParameter(8, d.reconsiderationOrg())
                .setParameter(9, d.court())
                .setParameter(10, d.reconsiderationUrl())
                .setParameter(11, d.supervisionPhone())
                .executeUpdate();
    }

    /** The staff number says who he is; his id stays his for good, and so do rights that were granted on the platform. */
    private void put(Officer o) {
        Object[] row = (Object[]) em.createNativeQuery(
                        """
                        INSERT INTO officer (id, staff_no, login, name, certificate_no, department, roles, mail, active)
                        VALUES (nextval('officer_seq'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, true)
                        ON CONFLICT (staff_no) DO UPDATE SET login = excluded.login, name = excluded.name,
                            certificate_no = excluded.certificate_no, department = excluded.department,
                            roles = CASE WHEN officer.rights_granted_at IS NULL THEN excluded.roles ELSE officer.roles END,
                            mail = excluded.mail, active = officer.left_at IS NULL
                        RETURNING id, rights_granted_at IS NULL
                        """)
                .setParameter(1, o.staffNo())
                .setParameter(2, o.login())
                .setParameter(3, o.name())
                .setParameter(4, o.certificateNo())
                .setParameter(5, o.department())
                .setParameter(6, text(o.roles()))
                .setParameter(7, o.mail())
                .getSingleResult();
        if ((Boolean) row[1]) {
            hold(((Number) row[0]).longValue(), o.posts());
        }
    }

    private static String text(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private void hold(long officer, List<Post> posts) {
        for (Post post : posts) {
            em.createNativeQuery("INSERT INTO officer_post (officer_id, post) VALUES (?1, ?2)")
                    .setParameter(1, officer)
                    .setParameter(2, post.toString())
                    .executeUpdate();
        }
    }

    /** His rights are these and no others; the other nodes see that something has changed. */
    @Transactional
    public void grant(long officer, Set<Role> roles, List<Post> posts) {
        em.createNativeQuery("UPDATE officer SET roles = ?1, rights_granted_at = now() WHERE id = ?2")
                .setParameter(1, text(roles))
                .setParameter(2, officer)
                .executeUpdate();
        em.createNativeQuery("DELETE FROM officer_post WHERE officer_id = ?1")
                .setParameter(1, officer)
                .executeUpdate();
        hold(officer, posts);
        raise();
    }

    /** He serves no more; the other nodes see that something has changed. */
    @Transactional
    public void leave(long officer) {
        em.createNativeQuery("UPDATE officer SET active = false, left_at = now() WHERE id = ?1")
                .setParameter(1, officer)
                .executeUpdate();
        raise();
    }

    private void raise() {
        em.createNativeQuery("UPDATE organisation_revision SET revision = revision + 1")
                .executeUpdate();
    }

    /** Rises with every load; 0 before the first. */
    @Transactional
    public long revision() {
        return em.createNativeQuery("SELECT revision FROM organisation_revision").getResultList().stream()
                .mapToLong(r -> ((Number) r).longValue())
                .findFirst()
                .orElse(0);
    }

    @Transactional
    public All all() {
        return new All(departments(), officers());
    }

    private List<Department> departments() {
        List<Department> found = new ArrayList<>();
        for (Object row : em.createNativeQuery(
                        """
                        SELECT code, name, letter_code, seal_name, address, phone, reconsideration_org, court,
                               reconsideration_url, supervision_phone
                          FROM department ORDER BY position, code
                        """)
                .getResultList()) {
            String[] r = Arrays.copyOf((Object[]) row, 10, String[].class);
            found.add(new Department(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9]));
        }
        return found;
    }

    private List<Officer> officers() {
        Map<Long, List<Post>> posts = new HashMap<>();
        for (Object row : em.createNativeQuery("SELECT officer_id, post FROM officer_post ORDER BY 1, 2")
                .getResultList()) {
            Object[] r = (Object[]) row;
            posts.computeIfAbsent(((Number) r[0]).longValue(), id -> new ArrayList<>())
                    .add(Post.parse((String) r[1]));
        }
        List<Officer> found = new ArrayList<>();
        for (Object row : em.createNativeQuery(
                        """
                        SELECT id, name, staff_no, login, certificate_no, mail, department, roles, active
                          FROM officer ORDER BY staff_no
                        """)
                .getResultList()) {
            Object[] r = (Object[]) row;
            long id = ((Number) r[0]).longValue();
            found.add(new Officer(
                    id,
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    (String) r[4],
                    (String) r[5],
                    (String) r[6],
                    roles((String) r[7]),
                    posts.getOrDefault(id, List.of()),
                    (Boolean) r[8]));
        }
        return found;
    }

    private static Set<Role> roles(String text) {
        Set<Role> roles = new LinkedHashSet<>();
        Arrays.stream(text.split(","))
                .filter(r -> !r.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
