package org.yiwang.forms.material.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where uploaded files are kept; a file is found only together with its scope. */
@ApplicationScoped
public class UploadRows {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public void add(UploadedFile file) {
        em.persist(file);
    }

    public Optional<UploadedFile> find(UUID id, String scope) {
        return em.createQuery(
                        "select f from UploadedFile f where f.publicId = :id and f.scope = :scope", UploadedFile.class)
                .setParameter("id", id)
                .setParameter("scope", scope)
                .getResultStream()
                .findFirst();
    }

    /** All of a scope, oldest first, those that were replaced included. */
    public List<UploadedFile> in(String scope) {
        return em.createQuery("select f from UploadedFile f where f.scope = :scope order by f.id", UploadedFile.class)
                .setParameter("scope", scope)
                .getResultList();
    }

    public void remove(UploadedFile file) {
        em.remove(file);
    }

    /** What was handed in moves with its draft into the case. */
    public void move(String from, String to) {
        em.createNativeQuery("UPDATE uploaded_file SET scope = ?1 WHERE scope = ?2")
                .setParameter(1, to)
                .setParameter(2, from)
                .executeUpdate();
    }

    public void supersede(String scope, String requirement, Instant at) {
        em.createNativeQuery("UPDATE uploaded_file SET superseded_at = CAST(?1 AS timestamptz)"
                        + " WHERE scope = ?2 AND requirement = ?3 AND superseded_at IS NULL")
                .setParameter(1, at.toString())
                .setParameter(2, scope)
                .setParameter(3, requirement)
                .executeUpdate();
    }

    /** Of these addresses, those no row points to. */
    public Set<String> unknown(Set<String> addresses) {
        Set<String> unknown = new HashSet<>(addresses);
        if (!addresses.isEmpty()) {
            unknown.removeAll(
                    em.createQuery("select f.address from UploadedFile f where f.address in :addresses", String.class)
                            .setParameter("addresses", addresses)
                            .getResultList());
        }
        return unknown;
    }
}
