package org.yiwang.workflow.clock.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.workflow.clock.CalendarYear;
import org.yiwang.workflow.clock.Calendars;

/** 装入日历: what ships with the platform goes into the database unless a newer version stands there already. */
@ApplicationScoped
class LoadCalendars implements StartStep {

    @Inject
    CalendarTable table;

    @Inject
    Calendars calendars;

    @Override
    public int order() {
        return ORGANISATION;
    }

    @Override
    public String name() {
        return "work calendars";
    }

    @Override
    public void run() {
        for (CalendarYear year : Calendars.shipped()) {
            table.put(year);
        }
        calendars.replace(table.all());
    }
}
