package org.yiwang.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.clock.CalendarDay;
import org.yiwang.workflow.clock.CalendarYear;
import org.yiwang.workflow.clock.ImportCalendar;
import org.yiwang.workflow.clock.ReadCalendars;

/** 工作日历: the years by which time is counted, and a new notice brought in. */
@Path("/calendars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

    @Inject
    CurrentActor current;

    @Inject
    ImportCalendar importCalendar;

    @Inject
    ReadCalendars readCalendars;

    /** 年度日历概要. */
    public record Line(String region, int year, String status, int version, String paper, int days) {

        static Line of(CalendarYear year) {
            return new Line(
                    year.region(),
                    year.year(),
                    CalendarResource.status(year),
                    year.version(),
                    year.paper(),
                    year.days().size());
        }
    }

    /** 日历一览. */
    public record Known(List<Line> items, long casesToRecount) {}

    /** 年度日历. */
    public record Year(String region, int year, String status, int version, String paper, List<CalendarDay> days) {}

    /** 导入答复. */
    public record Imported(boolean changed, Line calendar) {}

    @GET
    public Known list() {
        ReadCalendars.Known known = readCalendars.all(current.actor());
        return new Known(known.years().stream().map(Line::of).toList(), known.casesToRecount());
    }

    @GET
    @Path("/{region}/{year}")
    public Year read(@PathParam("region") String region, @PathParam("year") String year) {
        CalendarYear found = readCalendars.year(current.actor(), region, number(year));
        return new Year(found.region(), found.year(), status(found), found.version(), found.paper(), found.days());
    }

    @PUT
    @Path("/{region}/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Imported put(@PathParam("region") String region, @PathParam("year") String year, ObjectNode file) {
        ImportCalendar.Imported imported = importCalendar.importYear(current.actor(), region, number(year), file);
        return new Imported(imported.changed(), Line.of(imported.year()));
    }

    private static String status(CalendarYear year) {
        return year.official() ? "OFFICIAL" : "PROVISIONAL";
    }

    private static int number(String year) {
        if (!year.matches("\\d{4}")) {
            throw Refusal.notFound("这一年的日历");
        }
        return Integer.parseInt(year);
    }
}
