package org.yiwang.workflow.clock.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.workflow.clock.CalendarDay;
import org.yiwang.workflow.clock.CalendarYear;

/** 日历表: the years as they stand now, and every import that led there. */
@ApplicationScoped
public class CalendarTable {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Keeps a year unless the same or a newer version is there. Two nodes at once: the row decides. */
    @Transactional
    public boolean put(CalendarYear year) {
        int taken = em.createNativeQuery(
                        """
                        INSERT INTO calendar (region, year, official, version, paper) VALUES (?1, ?2, ?3, ?4, ?5)
                        ON CONFLICT (region, year) DO UPDATE
                           SET official = excluded.official, version = excluded.version, paper = excluded.paper
                         WHERE calendar.version < excluded.version
                        """)
                .setParameter(1, year.region())
                .setParameter(2, year.year())
                .setParameter(3, year.official())
                .setParameter(4, year.version())
                .setParameter(5, year.paper())
                .executeUpdate();
        if (taken == 0) {
            return false;
        }
        em.createNativeQuery("DELETE FROM calendar_day WHERE region = ?1 AND year = ?2")
                .setParameter(1, year.region())
                .setParameter(2, year.year())
                .executeUpdate();
        year.days().forEach(day -> add(year, day));
        return true;
    }

    /** One at a time: two imports of the same year must not both become its next version. */
    @Transactional
    public Optional<CalendarYear> lock(String region, int year) {
        em.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('calendar/' || ?1 || '/' || CAST(?2 AS text)))")
                .setParameter(1, region)
                .setParameter(2, year)
                .getSingleResult();
        return all().stream()
                .filter(y -> y.region().equals(region) && y.year() == year)
                .findFirst();
    }

    @Transactional
    public void keep(CalendarYear year, String file, Instant at, String by) {
        put(year);
        em.createNativeQuery(
                        """
                        INSERT INTO calendar_import
                               (region, year, version, official, paper, days, file, imported_at, imported_by)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, CAST(?8 AS timestamptz), ?9)
                        """)
                .setParameter(1, year.region())
                .setParameter(2, year.year())
                .setParameter(3, year.version())
                .setParameter(4, year.official())
                .setParameter(5, year.paper())
                .setParameter(6, year.days().size())
                .setParameter(7, file)
                .setParameter(8, at.toString())
                .setParameter(9, by)
                .executeUpdate();
    }

    /** Changes with everything that is brought in: what a node compares to know whether it is behind. */
    @Transactional
    public long revision() {
        return ((Number) em.createNativeQuery("SELECT COALESCE(sum(version), 0) FROM calendar")
                        .getSingleResult())
                .longValue();
    }

    private void add(CalendarYear year, CalendarDay day) {
        em.createNativeQuery("INSERT INTO calendar_day (region, year, day, type, name) VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, year.region())
                .setParameter(2, year.year())
                .setParameter(3, Date.valueOf(day.day()))
                .setParameter(4, day.type().name())
                .setParameter(5, day.name())
                .executeUpdate();
    }

    @Transactional
    public List<CalendarYear> all() {
        Map<String, List<CalendarDay>> days = new LinkedHashMap<>();
        for (Object row : em.createNativeQuery(
                        "SELECT region, year, day, type, name FROM calendar_day ORDER BY 1, 2, 3")
                .getResultList()) {
            Object[] r = (Object[]) row;
            days.computeIfAbsent(r[0] + "/" + r[1], key -> new ArrayList<>())
                    .add(new CalendarDay(
                            ((Date) r[2]).toLocalDate(), CalendarDay.Type.valueOf((String) r[3]), (String) r[4]));
        }
        List<CalendarYear> years = new ArrayList<>();
        for (Object row : em.createNativeQuery(
                        "SELECT region, year, official, version, paper FROM calendar ORDER BY 1, 2")
                .getResultList()) {
            Object[] r = (Object[]) row;
            years.add(new CalendarYear(
                    (String) r[0],
                    ((Number) r[1]).intValue(),
                    (Boolean) r[2],
                    ((Number) r[3]).intValue(),
                    (String) r[4],
                    days.getOrDefault(r[0] + "/" + r[1], List.of())));
        }
        return years;
    }
}
