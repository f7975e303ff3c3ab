package org.yiwang.web.supervision;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.yiwang.forms.identity.WatchKiosks;
import org.yiwang.web.component.Dates;
import org.yiwang.web.security.CurrentActor;

/** 自助终端的状况: which are there and which are silent; machine time, for it is about machines. */
@Named("kioskWatch")
@RequestScoped
public class KioskWatch {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Inject
    WatchKiosks watch;

    @Inject
    CurrentActor current;

    private List<WatchKiosks.Kiosk> kiosks;

    @PostConstruct
    void read() {
        kiosks = watch.all(current.actor());
    }

    public List<WatchKiosks.Kiosk> getKiosks() {
        return kiosks;
    }

    public long getSilentMinutes() {
        return WatchKiosks.SILENT_AFTER.toMinutes();
    }

    public String state(WatchKiosks.Kiosk kiosk) {
        if (kiosk.seenAt().isEmpty()) {
            return "未启用";
        }
        return kiosk.silent() ? "没有响应" : "在线";
    }

    public String seen(WatchKiosks.Kiosk kiosk) {
        return kiosk.seenAt().map(KioskWatch::moment).orElse("－");
    }

    private static String moment(Instant at) {
        return MOMENT.format(ZonedDateTime.ofInstant(at, Dates.CITY));
    }
}
