package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Officer;

/**
 * 现场核查笔录 (W13): place, time, the officers with their certificates (at least two, 行政许可法 §34), what they found, and who
 * signed for it: the person concerned, or a witness where he refused or was not there. Numbered and kept with the case.
 */
final class SiteRecord {

    private static final List<String> SAID = List.of("place", "findings", "party", "refusal", "witness");

    private SiteRecord() {}

    /** Who signs: nobody is left out without a reason and a witness. */
    static void check(Words words, RecordSiteCheck.Findings seen) {
        if (seen.signature() == null) {
            words.problem("signature", "REQUIRED", "请选择当事人是否在笔录上签字。");
            return;
        }
        words.optional("signature", "当事人签字", seen.signature().name());
        switch (seen.signature()) {
            case SIGNED -> words.required("party", "签字的当事人", seen.party());
            case REFUSED ->
                words.optional("party", "当事人", seen.party())
                        .required("refusal", "拒绝签字的理由", seen.refusal())
                        .required("witness", "见证人", seen.witness());
            case ABSENT -> words.required("witness", "见证人", seen.witness());
        }
    }

    static void order(OpenCase open, String step, ObjectNode said, Officer... inspectors) {
        ObjectNode data = OpenCase.body();
        ObjectNode record = data.putObject("siteRecord").put("step", step);
        SAID.stream().filter(said::has).forEach(key -> record.set(key, said.get(key)));
        record.put("at", LetterDate.moment(Instant.parse(said.path("checkedAt").asText())))
                .put("passed", said.path("passed").asBoolean() ? "符合" : "不符合")
                .put("signature", said.path("signature").asText());
        if (!said.path("photos").isEmpty()) {
            record.put("photos", String.valueOf(said.path("photos").size()));
        }
        ArrayNode list = record.putArray("inspectors");
        for (Officer inspector : inspectors) {
            list.addObject().put("name", inspector.name()).put("certificate", certificate(inspector));
        }
        open.letter(DocumentKind.SITE_RECORD, DocumentKind.SITE_RECORD.template(), data);
    }

    /** 执法证号, or the staff number of who has none. */
    private static String certificate(Officer inspector) {
        return inspector.certificateNo().isEmpty() ? "工号 " + inspector.staffNo() : inspector.certificateNo();
    }
}
