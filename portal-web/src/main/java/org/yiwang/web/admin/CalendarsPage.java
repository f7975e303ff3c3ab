package org.yiwang.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.identity.Role;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.clock.CalendarDay;
import org.yiwang.workflow.clock.CalendarYear;
import org.yiwang.workflow.clock.ReadCalendars;

/** 工作日历页: which years the platform counts by, and a new notice to bring in. */
@Named("calendarsPage")
@RequestScoped
public class CalendarsPage {

    @Inject
    ReadCalendars calendars;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    private ReadCalendars.Known known;

    @PostConstruct
    void read() {
        known = calendars.all(current.actor());
    }

    public List<CalendarYear> getYears() {
        return known.years();
    }

    /** Cases that wait to be counted again; 0 when all is done. */
    public long getWaiting() {
        return known.casesToRecount();
    }

    /** Only an administrator brings one in; a supervisor looks. */
    public boolean isAdmin() {
        return current.actor().is(Role.ADMIN);
    }

    public String region(CalendarYear year) {
        return year.region().equals(CalendarYear.COUNTRY) ? "全国" : "本地 " + year.region();
    }

    public long holidays(CalendarYear year) {
        return count(year, CalendarDay.Type.HOLIDAY);
    }

    public long makeups(CalendarYear year) {
        return count(year, CalendarDay.Type.MAKEUP_WORKDAY);
    }

    private static long count(CalendarYear year, CalendarDay.Type type) {
        return year.days().stream().filter(day -> day.type() == type).count();
    }

    /** What stands in the field: what was sent when it was refused, else the shape of the next year's file. */
    public String getText() {
        String sent = request.getParameter("file");
        return sent != null ? sent : example();
    }

    private String example() {
        int next = known.years().stream()
                        .filter(year -> year.region().equals(CalendarYear.COUNTRY) && year.official())
                        .mapToInt(CalendarYear::year)
                        .max()
                        .orElse(LocalDate.EPOCH.getYear())
                + 1;
        return """
                {
                  "format": 1, "region": "CN", "year": %1$d, "status": "OFFICIAL",
                  "paper": "国务院办公厅关于%1$d年部分节假日安排的通知",
                  "holidays": [
                    {"name": "元旦", "from": "%1$d-01-01", "to": "%1$d-01-01"}
                  ],
                  "makeupWorkdays": []
                }"""
                .formatted(next);
    }

    /** What has just been done, in words; empty when the page was simply opened. */
    public String getDone() {
        String done = request.getParameter("done");
        return switch (done == null ? "" : done) {
            case "changed" -> "日历已导入。未办结的办件正在后台按新日历重算，期限有变化的会通知申请人和承办人员。";
            case "same" -> "内容与现有日历相同，没有改变。";
            default -> "";
        };
    }
}
