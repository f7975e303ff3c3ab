package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.bundle.BundleMode;
import org.yiwang.forms.catalogue.bundle.DeliveryPolicy;
import org.yiwang.workflow.casefile.CaseStatus;

/**
 * 一件事视图: one errand as one person may see it.
 *
 * @param version of the errand, for seenVersion
 * @param promisedOn the one promised day
 * @param waitingForYou something waits for the applicant; the promised day moves by the days this takes
 * @param receipt 统一受理回执; null for an errand from before there were receipts
 * @param queryCode for the public progress page; null for whoever does not speak for the applicant
 * @param canWithdraw whether he may still take back all that is not decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BundleView(
        String bundleNo,
        Item item,
        BundleStatus status,
        String statusText,
        long version,
        String applicant,
        Instant submittedAt,
        LocalDate promisedOn,
        boolean waitingForYou,
        DeliveryPolicy delivery,
        List<Member> members,
        Receipt receipt,
        String queryCode,
        List<Entry> timeline,
        boolean ended,
        boolean canWithdraw,
        boolean canRate,
        Integer rating) {

    /** 事项. */
    public record Item(String code, String name) {}

    /**
     * 子件.
     *
     * @param caseNo null while it is planned, and for whoever may not see the case
     * @param caseStatus null while there is no case
     * @param dueOn the day of its running promise; null where none runs
     * @param waitsFor names of the services it waits for
     * @param reason why it was cancelled; null otherwise
     * @param held its result is ready and waits for the others
     * @param toCorrect it waits for the applicant
     * @param results what was issued and may be read now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            int seq,
            String itemCode,
            String name,
            BundleMode mode,
            MemberState state,
            String stateText,
            String caseNo,
            CaseStatus caseStatus,
            String caseStatusText,
            LocalDate dueOn,
            List<String> waitsFor,
            String reason,
            boolean held,
            boolean toCorrect,
            boolean canWithdraw,
            List<Result> results) {}

    /** 结果文书. */
    public record Result(UUID id, String title, String number) {}

    /**
     * 统一受理回执.
     *
     * @param number empty until it has one
     * @param ready whether it can be read
     */
    public record Receipt(UUID id, String title, String number, boolean ready) {}

    /** 时间线. */
    public record Entry(Instant at, BundleEvent.Type type, String text, String itemCode) {}

    /** 列表行. */
    public record Line(
            String bundleNo,
            String itemCode,
            String itemName,
            BundleStatus status,
            String statusText,
            String applicant,
            Instant submittedAt,
            LocalDate promisedOn,
            int services,
            int done) {}
}
