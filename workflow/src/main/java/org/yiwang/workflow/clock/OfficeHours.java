package org.yiwang.workflow.clock;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** 办公时间: when offices are open on a workday, in the order of the day. Limits in working hours count only these. */
public record OfficeHours(List<Session> sessions) {

    /** What an installation has unless it says otherwise. */
    public static final OfficeHours USUAL = parse("09:00-12:00,13:30-17:00");

    /** 时段: from the first minute to the one that no longer belongs to it. */
    public record Session(LocalTime from, LocalTime to) {

        public Session {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("office hours end before they begin: " + from + "-" + to);
            }
        }
    }

    public OfficeHours {
        sessions = List.copyOf(sessions);
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("no office hours");
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i).from().isBefore(sessions.get(i - 1).to())) {
                throw new IllegalArgumentException("office hours overlap: " + sessions);
            }
        }
    }

    /** Reads {@code 09:00-12:00,13:30-17:00}. */
    public static OfficeHours parse(String text) {
        List<Session> sessions = new ArrayList<>();
        for (String session : text.split(",")) {
            String[] ends = session.strip().split("-");
            if (ends.length != 2) {
                throw new IllegalArgumentException("office hours read 09:00-12:00,13:30-17:00, not " + text);
            }
            sessions.add(new Session(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())));
        }
        return new OfficeHours(sessions);
    }
}
