package org.yiwang.workflow.casefile.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;

/**
 * 协办人员: officers whom a case concerns though none of their posts stands in its process: they were given work in it, have
 * written something in it, got a copy, or answer for the department of somebody who works on it. Asked only about those
 * who have no other ground.
 */
@ApplicationScoped
public class CaseGuests {

    /** 审批岗 is held by those who answer for a department. */
    private static final String HEAD = "director";

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public boolean invited(Actor officer, long caseId, LocalDate today) {
        return (Boolean) em.createNativeQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM work_item w WHERE w.case_id = ?1
                                          AND (w.assignee = ?2 OR w.given_by = ?2
                                               OR w.queue = ANY (CAST(?3 AS varchar[]))
                                               OR split_part(w.queue, '/', 1) = ANY (CAST(?4 AS varchar[]))))
                            OR EXISTS (SELECT 1 FROM case_record r WHERE r.case_id = ?1 AND r.officer_id = ?2)
                            OR EXISTS (SELECT 1 FROM absence a JOIN work_item w ON w.assignee = a.officer_id
                                        WHERE w.case_id = ?1 AND a.deputy_id = ?2 AND a.cancelled_at IS NULL
                                          AND a.from_on <= ?5 AND a.to_on >= ?5)
                            OR EXISTS (SELECT 1 FROM case_copy c WHERE c.case_id = ?1 AND c.officer_id = ?2)
                        """)
                .setParameter(1, caseId)
                .setParameter(2, officer.id())
                .setParameter(3, array(officer.posts().stream().map(Post::toString)))
                .setParameter(
                        4,
                        array(officer.posts().stream()
                                .filter(post -> post.post().equals(HEAD))
                                .map(Post::department)))
                .setParameter(5, java.sql.Date.valueOf(today))
                .getSingleResult();
    }

    /** 利害关系人: is this record of a case about this citizen, by the hash of his number? */
    public boolean interested(Actor citizen, UUID entry) {
        return (Boolean) em.createNativeQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM case_record r JOIN party p ON p.number_hash = r.step_key
                                        WHERE r.id = CAST(?1 AS uuid) AND r.kind = 'INTERESTED_PARTY' AND p.id = ?2)
                        """)
                .setParameter(1, entry.toString())
                .setParameter(2, citizen.id())
                .getSingleResult();
    }

    private static String array(java.util.stream.Stream<String> values) {
        return "{" + String.join(",", values.toList()) + "}";
    }
}
