package org.yiwang.workflow.casefile.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.yiwang.workflow.casefile.CaseFile;

/** Lists of cases, read by index and keyset; never counted. */
@ApplicationScoped
public class CaseLists {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public boolean any() {
        return !em.createQuery("select c.id from CaseFile c", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The cases of one errand, in the order of their ids. */
    public List<CaseFile> ofBundle(long bundleId) {
        return em.createQuery("select c from CaseFile c where c.bundleId = :bundle order by c.id", CaseFile.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /** The newest cases of an item that are no part of an errand. */
    public List<CaseFile> newest(String itemCode, int limit) {
        return em.createQuery(
                        "select c from CaseFile c where c.itemCode = :item and c.bundleId is null order by c.id desc",
                        CaseFile.class)
                .setParameter("item", itemCode)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Cases of these applicants or submitted by this operator, newest first.
     *
     * @param bundled also those that are part of an errand
     * @param after case number of the last line of the page before, or null
     */
    public List<CaseFile> of(List<Long> applicants, long operator, String after, int limit, boolean bundled) {
        String from = after == null || after.isBlank()
                ? ""
                : " and c.id < (select min(d.id) from CaseFile d where d.caseNo = :after)";
        TypedQuery<CaseFile> query = em.createQuery(
                        "select c from CaseFile c where (c.applicantId in :applicants or c.operatorId = :operator"
                                + " or c.coApplicantId = :operator)"
                                + (bundled ? "" : " and c.bundleId is null") + from + " order by c.id desc",
                        CaseFile.class)
                .setParameter("applicants", applicants)
                .setParameter("operator", operator)
                .setMaxResults(limit);
        if (!from.isEmpty()) {
            query.setParameter("after", after);
        }
        return query.getResultList();
    }
}
