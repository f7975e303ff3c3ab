package org.yiwang.workflow.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.yiwang.workflow.licence.internal.Licences;

/**
 * 证照: one that its holder sees.
 *
 * @param status VALID, EXPIRED, RENEWED, CHANGED or ENDED
 * @param ground why it is good although its last day is over, or why it is good no longer before it; null elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceView(
        String number,
        String itemCode,
        String itemName,
        String caseNo,
        LocalDate issuedOn,
        LocalDate validTo,
        Status status,
        String statusText,
        String ground) {

    /** 证照状态. */
    public enum Status {
        VALID("有效"),
        EXPIRED("已过有效期"),
        RENEWED("已换发新证"),
        /** 已变更: another number holds instead. */
        CHANGED("已变更"),
        /** 已撤销、撤回、注销. */
        ENDED("已失效");

        private final String text;

        Status(String text) {
            this.text = text;
        }
    }

    static LicenceView of(Licences.Row row, LocalDate today) {
        boolean over = today.isAfter(row.validTo());
        Status status = status(row, over);
        String ground = over && status == Status.VALID
                ? "视同延续：期满前未作出是否延续的决定，自 " + row.deemedOn() + " 起视为准予延续（行政许可法第五十条）"
                : status == Status.CHANGED ? "内容已变更，现以编号 " + row.changedTo() + " 的证照为准（行政许可法第四十九条）" : row.ended();
        return new LicenceView(
                row.number(),
                row.itemCode(),
                row.itemName(),
                row.caseNo(),
                row.issuedOn(),
                row.validTo(),
                status,
                status.text,
                ground);
    }

    private static Status status(Licences.Row row, boolean over) {
        if (row.changedTo() != null) {
            return Status.CHANGED;
        }
        if (row.ended() != null) {
            return Status.ENDED;
        }
        if (row.renewed()) {
            return Status.RENEWED;
        }
        return over && row.deemedOn() == null ? Status.EXPIRED : Status.VALID;
    }
}
