package org.yiwang.workflow.rating.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.casefile.CaseFile;

/** Where ratings are kept: the grade in the open for statistics, the words sealed. */
@ApplicationScoped
public class Ratings {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    /** False when the case has been rated already. */
    public boolean add(CaseFile file, int level, Channel channel, ObjectNode words, Instant at) {
        UUID id = UUID.randomUUID();
        byte[] sealed = box.seal(file.keyId(), "rating:" + id, words.toString().getBytes(StandardCharsets.UTF_8));
        return em.createNativeQuery(
                                """
                                INSERT INTO rating (id, case_id, level, channel, source, sealed, rated_at)
                                VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, 'ACTIVE', ?5, ?6) ON CONFLICT (case_id) DO NOTHING
                                """)
                        .setParameter(1, id.toString())
                        .setParameter(2, file.id())
                        .setParameter(3, level)
                        .setParameter(4, channel.name())
                        .setParameter(5, sealed)
                        .setParameter(6, Timestamp.from(at))
                        .executeUpdate()
                == 1;
    }
}
