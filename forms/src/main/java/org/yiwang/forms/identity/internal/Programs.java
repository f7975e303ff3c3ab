package org.yiwang.forms.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.forms.identity.Program;
import org.yiwang.forms.identity.ProgramScope;

/** Where it is kept what outside programs may read. Called within the caller's transaction. */
@ApplicationScoped
public class Programs {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Empty for an account that was ended. */
    public Optional<Program> find(long accountId) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT a.login, a.display_name, p.organisation, p.scopes
                          FROM program p JOIN account a ON a.id = p.account_id
                         WHERE p.account_id = ?1 AND NOT a.disabled
                        """)
                .setParameter(1, accountId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Program((String) row[0], (String) row[1], (String) row[2], scopes((String) row[3])))
                .findFirst();
    }

    private static Set<ProgramScope> scopes(String words) {
        return Arrays.stream(words.split(",")).map(ProgramScope::valueOf).collect(Collectors.toSet());
    }

    public void put(long accountId, Program program) {
        em.createNativeQuery(
                        """
                        INSERT INTO program (account_id, organisation, scopes) VALUES (?1, ?2, ?3)
                        ON CONFLICT (account_id) DO UPDATE SET organisation = excluded.organisation, scopes = excluded.scopes
                        """)
                .setParameter(1, accountId)
                .setParameter(2, program.organisation())
                .setParameter(
                        3, program.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .executeUpdate();
    }

    /** The account begins anew: another password, no failures, nobody signed in. */
    public void again(long accountId, String name, String passwordHash) {
        em.createNativeQuery(
                        """
                        UPDATE account SET password_hash = ?2, display_name = ?3, disabled = false, failures = 0, locked_until = NULL
                         WHERE id = ?1
                        """)
                .setParameter(1, accountId)
                .setParameter(2, passwordHash)
                .setParameter(3, name)
                .executeUpdate();
        signOut(accountId);
    }

    public void end(long accountId) {
        em.createNativeQuery("UPDATE account SET disabled = true WHERE id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
        signOut(accountId);
    }

    private void signOut(long accountId) {
        em.createNativeQuery("DELETE FROM sitting WHERE account_id = ?1")
                .setParameter(1, accountId)
                .executeUpdate();
    }
}
