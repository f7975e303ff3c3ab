package org.yiwang.workflow.clock;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 日历库: the work calendar of each region, out of what the platform has been told. */
@ApplicationScoped
public class Calendars {

    /** The notices that ship with the platform. */
    private static final List<String> SHIPPED = List.of("cn-2024", "cn-2025", "cn-2026");

    @Inject
    @ConfigProperty(name = "yiwang.office-hours")
    Optional<String> officeHours = Optional.empty();

    private final Map<String, WorkCalendar> regions = new ConcurrentHashMap<>();
    private volatile List<CalendarYear> years = shipped();

    /** The calendar of a region: the country's days and its own. */
    public WorkCalendar of(String region) {
        return regions.computeIfAbsent(region, this::build);
    }

    /** The country's calendar. */
    public WorkCalendar country() {
        return of(CalendarYear.COUNTRY);
    }

    /** Takes what the database holds now, in place of what was known before. */
    public synchronized void replace(Collection<CalendarYear> known) {
        years = List.copyOf(known);
        regions.clear();
    }

    private WorkCalendar build(String region) {
        return new WorkCalendar(
                region,
                years.stream()
                        .filter(y -> y.region().equals(CalendarYear.COUNTRY)
                                || y.region().equals(region))
                        .toList(),
                officeHours.map(OfficeHours::parse).orElse(OfficeHours.USUAL));
    }

    /** The year as known now, without what other years and regions say. */
    public Optional<CalendarYear> year(String region, int year) {
        return years.stream()
                .filter(y -> y.region().equals(region) && y.year() == year)
                .findFirst();
    }

    /** The years known now. */
    public List<CalendarYear> years() {
        return years;
    }

    /** The calendar files that ship with the platform. */
    public static List<CalendarYear> shipped() {
        ObjectMapper json = new ObjectMapper();
        List<CalendarYear> found = new ArrayList<>();
        for (String name : SHIPPED) {
            try (InputStream in = Calendars.class.getResourceAsStream("/calendars/" + name + ".json")) {
                found.add(CalendarYear.parse(json.readTree(in)));
            } catch (IOException e) {
                throw new IllegalStateException("calendar " + name + " does not read", e);
            }
        }
        return found;
    }
}
