package org.yiwang.workflow.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.identity.Post;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.TrafficLight;

/** 待办: one open step of one case, waiting in exactly one queue (a post) for somebody or with somebody. */
public final class WorkItem {

    private long id;
    private UUID publicId;
    private long caseId;
    private String caseNo;
    private String itemCode;
    private String itemName;
    private String applicantMasked;
    private String stepKey;
    private String stepName;
    private String taskId;
    private String queue;
    private Long assignee;
    private Instant openedAt;
    private LocalDate dueOn;
    private LocalDate yellowOn;
    private LocalDate redOn;
    private boolean suspended;
    private long version;
    private WorkPart part;
    private Long givenBy;
    private Instant since;
    private int turn = ORDINARY;

    /** 急: stands before all other work of its list. */
    public static final int URGENT = 0;

    private static final int ORDINARY = 1;

    /** What stands before the step's key while the engine has no task for work that was kept. */
    private static final String KEPT = "kept:";

    WorkItem() {}

    /** 案由: what every work item of a case repeats, so that the inbox reads one table. */
    public record Of(long caseId, String caseNo, String itemCode, String itemName, String applicantMasked) {}

    public WorkItem(
            long id, Of of, String stepKey, String stepName, String taskId, Post queue, Instant openedAt, Lights due) {
        this.id = id;
        this.publicId = UUID.randomUUID();
        this.caseId = of.caseId();
        this.caseNo = of.caseNo();
        this.itemCode = of.itemCode();
        this.itemName = of.itemName();
        this.applicantMasked = of.applicantMasked();
        this.stepKey = stepKey;
        this.stepName = stepName;
        this.taskId = taskId;
        this.queue = queue.toString();
        this.openedAt = openedAt;
        this.version = 1;
        this.part = WorkPart.MAIN;
        this.since = openedAt;
        due(due);
    }

    /** 另一份: more work of the same step, for another queue or another officer. */
    public WorkItem another(long itsId, WorkPart itsPart, Post itsQueue, Instant at) {
        WorkItem other = new WorkItem();
        other.id = itsId;
        other.publicId = UUID.randomUUID();
        other.caseId = caseId;
        other.caseNo = caseNo;
        other.itemCode = itemCode;
        other.itemName = itemName;
        other.applicantMasked = applicantMasked;
        other.stepKey = stepKey;
        other.stepName = stepName;
        other.taskId = taskId;
        other.queue = itsQueue.toString();
        other.openedAt = at;
        other.version = 1;
        other.part = itsPart;
        other.since = since();
        other.turn = turn;
        other.due(lights());
        return other;
    }

    /** It is one of several signatures. */
    public void part(WorkPart what) {
        part = what;
    }

    public WorkPart part() {
        return part;
    }

    /** 由谁交来: who delegated it, added the signer or asked; null for work the process opened. */
    public Long givenBy() {
        return givenBy;
    }

    public boolean givenBy(long officer) {
        return givenBy != null && givenBy == officer;
    }

    /** 加签、征求意见: somebody gives it to a colleague, or to a post when null. */
    public void given(long by, Long to) {
        givenBy = by;
        assignee = to;
    }

    /** 交接: what was given away comes back to another. */
    public void givenOver(long to) {
        givenBy = to;
        version++;
    }

    /** 委派: a colleague works on it and gives it back; the owner answers for it. */
    public void delegate(long owner, long to) {
        givenBy = owner;
        assignee = to;
        version++;
    }

    /** Back with its owner. */
    public void returned() {
        assignee = givenBy;
        givenBy = null;
        version++;
    }

    /** Is it with somebody who has to give it back? */
    public boolean delegated() {
        return part.own() && givenBy != null;
    }

    /** When its step was opened; what was signed since belongs to the same round. */
    public Instant since() {
        return since == null ? openedAt : since;
    }

    /** Work that goes on while the process is taken back before it; the engine has no task for it until it comes by again. */
    public boolean kept() {
        return taskId.startsWith(KEPT);
    }

    public void keep() {
        taskId = KEPT + stepKey;
        version++;
    }

    /** The process has come by again. */
    public void bind(String task) {
        taskId = task;
        version++;
    }

    public Lights lights() {
        return new Lights(dueOn, yellowOn, redOn, suspended);
    }

    public long id() {
        return id;
    }

    /** What the outside calls it. */
    public UUID publicId() {
        return publicId;
    }

    public String stepKey() {
        return stepKey;
    }

    public String stepName() {
        return stepName;
    }

    /** The engine's task, or empty for intake and hand-out, which the engine does not know. */
    public String taskId() {
        return taskId;
    }

    /** Who is told about it: the officer who has claimed it, else the post in whose queue it lies. */
    public String holder() {
        return assignee == null ? queue().toString() : "officer:" + assignee;
    }

    public Post queue() {
        return Post.parse(queue);
    }

    /** The officer who claimed it, or null. */
    public Long assignee() {
        return assignee;
    }

    public boolean assignedTo(long officer) {
        return assignee != null && assignee == officer;
    }

    /** 急; whoever looked at it has still seen the same work. Answers whether that is new. */
    public boolean urgent(boolean yes) {
        int before = turn;
        turn = yes ? URGENT : ORDINARY;
        return turn != before;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The light on that day. */
    public TrafficLight lightOn(LocalDate today) {
        return lights().on(today);
    }

    public boolean suspended() {
        return suspended;
    }

    public long version() {
        return version;
    }

    public void claim(long officer) {
        assignee = officer;
        version++;
    }

    /** Gives it to another officer of the same queue, or back to the queue when null. */
    public void giveTo(Long officer) {
        assignee = officer;
        version++;
    }

    /** Rests while the case waits for somebody else (correction, special procedure). */
    public void suspend() {
        suspended = true;
        version++;
    }

    public void resume(Lights due) {
        suspended = false;
        due(due);
        version++;
    }

    /** The dates it is judged by; whoever looked at it has still seen the same work. */
    public void due(Lights due) {
        dueOn = due.dueOn();
        yellowOn = due.yellowOn();
        redOn = due.redOn();
    }
}
