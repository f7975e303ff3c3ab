package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.platform.NumberSeries;
import org.yiwang.forms.platform.Simulation;

/** 序号表: the row stays locked until commit, so a number that was rolled back is the next one's. */
@ApplicationScoped
class SqlNumberSeries implements NumberSeries {

    private static final String NEXT =
            "INSERT INTO number_series (organisation, series, year, last) SELECT o, s, y, 1 + COALESCE("
                    + "(SELECT max(n.last) FROM number_series n WHERE y = " + EVER
                    + " AND n.organisation = o AND n.series = s), 0)"
                    + " FROM (VALUES (CAST(? AS text), CAST(? AS text), CAST(? AS integer))) asked (o, s, y)"
                    + " ON CONFLICT (organisation, series, year) DO UPDATE SET last = number_series.last + 1 RETURNING last";

    @Inject
    Sql sql;

    @Override
    @Transactional
    public long next(String organisation, String series, int year) {
        if (Simulation.running()) {
            // The row would stay locked for as long as the simulation runs, and real letters would wait.
            return Simulation.current().orElseThrow().nextSerial();
        }
        return sql.first(NEXT, row -> row.getLong(1), organisation, series, year)
                .orElseThrow();
    }
}
