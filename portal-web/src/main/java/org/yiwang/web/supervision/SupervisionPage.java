package org.yiwang.web.supervision;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.operations.ListOutbox;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.OutboxRow;
import org.yiwang.web.component.Dates;
import org.yiwang.web.component.PostWords;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.rating.RatingFigures;
import org.yiwang.workflow.supervision.Overview;

/** 运行总览: counts by status and light, queues with late work, messages that were not delivered. Read once per page. */
@Named("supervisionPage")
@RequestScoped
public class SupervisionPage {

    private static final int ROWS = 50;
    private static final int RATING_DAYS = 30;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Map<String, String> STATES = Map.of("WAITING", "等待中", "FAILED", "失败，会自动重试", "DEAD", "已停止重试");
    private static final Map<String, String> KINDS = Map.of(
            "ISSUE_DOCUMENT", "制作文书",
            "NOTIFY_MAIL", "发送邮件",
            "NOTIFY_SMS", "发送短信",
            "STAMP_DIGEST", "摘要时间戳",
            "TELL", "发送通知");

    @Inject
    Overview overview;

    @Inject
    RatingFigures ratingFigures;

    @Inject
    ListOutbox outbox;

    @Inject
    Directory directory;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @Inject
    @MachineTime
    Clock machine;

    private Overview.Figures figures;
    private List<OutboxRow> rows;
    private Instant asOf;
    private RatingFigures.Figures ratings;

    @PostConstruct
    void read() {
        figures = overview.figures(current.actor());
        rows = outbox.failed(current.actor(), after(), ROWS + 1);
        asOf = clock.instant();
    }

    private long after() {
        String after = request.getParameter("after");
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    }

    public List<Overview.ByStatus> getStatuses() {
        return figures.byStatus();
    }

    public long getOpen() {
        return sum(Overview.ByStatus::total);
    }

    public long getGreen() {
        return sum(Overview.ByStatus::green);
    }

    public long getYellow() {
        return sum(Overview.ByStatus::yellow);
    }

    public long getRed() {
        return sum(Overview.ByStatus::red);
    }

    public long getPaused() {
        return sum(Overview.ByStatus::paused);
    }

    private long sum(ToLongFunction<Overview.ByStatus> of) {
        return figures.byStatus().stream().mapToLong(of).sum();
    }

    public long getCompleted() {
        return figures.completedLast30Days();
    }

    /** Late ones first, as the overview gives them. */
    public List<Overview.ByQueue> getQueues() {
        return figures.byQueue();
    }

    public String department(String queue) {
        String code = Post.parse(queue).department();
        return directory.findDepartment(code).map(Department::name).orElse(code);
    }

    public String post(String queue) {
        return PostWords.of(Post.parse(queue));
    }

    public List<OutboxRow> getRows() {
        return rows.subList(0, Math.min(ROWS, rows.size()));
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        return rows.size() > ROWS
                ? request.getContextPath() + "/supervision/overview?after="
                        + rows.get(ROWS - 1).id() + "#outbox"
                : null;
    }

    public String kind(OutboxRow row) {
        return KINDS.getOrDefault(row.kind(), row.kind());
    }

    public String state(OutboxRow row) {
        return STATES.getOrDefault(row.state(), row.state());
    }

    public String tone(OutboxRow row) {
        return row.state().equals("WAITING") ? "warn" : "bad";
    }

    /** When the figures were read, in platform time, to the second. */
    public String getAsOf() {
        return moment(asOf);
    }

    public String moment(Instant at) {
        return at == null ? "" : MOMENT.format(ZonedDateTime.ofInstant(at, Dates.CITY));
    }

    /** Machine time has run away from platform time: only where somebody has put it forward. */
    public boolean isMoved() {
        return Math.abs(asOf.getEpochSecond() - machine.instant().getEpochSecond()) > 60;
    }

    /** 好差评 of the last thirty days, each share with what it is made of. */
    public RatingFigures.Figures getRatings() {
        if (ratings == null) {
            ratings = ratingFigures.ofLastDays(RATING_DAYS);
        }
        return ratings;
    }

    public String share(RatingFigures.Share share) {
        return share.percent() == null ? "–" : share.percent() + "%";
    }

    public boolean isRetried() {
        return request.getParameter("retried") != null;
    }

    public boolean isVoided() {
        return request.getParameter("voided") != null;
    }

    /** Only an administrator gives up a number, and only where a document is what could not be made. */
    public boolean voidable(OutboxRow row) {
        return row.kind().equals("ISSUE_DOCUMENT") && current.actor().is(Role.ADMIN);
    }
}
