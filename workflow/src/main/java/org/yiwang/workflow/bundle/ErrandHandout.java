package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentOrder;
import org.yiwang.forms.document.FindDocuments;
import org.yiwang.forms.document.OrderDocument;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.filling.Submission;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.delivery.DeliverResult.HandedOut;

/** 一件事领取登记单 (W20E): one slip for all that was handed out together, signed for once. */
@ApplicationScoped
class ErrandHandout {

    @Inject
    OrderDocument documents;

    @Inject
    FindDocuments find;

    @Inject
    ReadSubmission submissions;

    /**
     * Ordered with the hand-out; made after the commit like every letter.
     *
     * @param handed by name of the service, in their order
     * @param rest names of those that are not part of it
     */
    void order(CaseBundle bundle, Map<String, HandedOut> handed, List<String> rest, Instant now) {
        Submission submission = submissions.read(bundle.submissionId());
        ObjectNode data = OpenBundle.body();
        data.putObject("applicant")
                .put("name", submission.applicant().name())
                .put("masked", submission.applicant().maskedName());
        ObjectNode slip = handed.values().iterator().next().words().deepCopy();
        slip.put("at", LetterDate.moment(now)).put("count", Integer.toString(handed.size()));
        String mandates = handed.values().stream()
                .map(one -> one.words().path("mandate").asText(""))
                .filter(number -> !number.isEmpty())
                .distinct()
                .collect(Collectors.joining("、"));
        slip.remove("mandate");
        if (!mandates.isEmpty()) {
            slip.put("mandate", mandates);
        }
        if (!rest.isEmpty()) {
            slip.put("rest", rest.stream().map(name -> "“" + name + "”").collect(Collectors.joining("、")));
        }
        ArrayNode list = slip.putArray("documents");
        handed.forEach((item, one) -> one.papers().forEach(paper -> list.addObject()
                .put("item", item)
                .put("title", paper.title())
                .put("number", number(paper.number(), paper.kind(), one))));
        data.set("handout", slip);
        documents.order(List.of(new DocumentOrder(
                DocumentKind.ERRAND_HANDOUT,
                DocumentKind.ERRAND_HANDOUT.template(),
                bundle.itemVersionId(),
                bundle.bundleNo().value(),
                submission.item().organisation(),
                LegalDay.of(now),
                data,
                bundle.keyId())));
    }

    private static String number(String number, DocumentKind kind, HandedOut one) {
        return kind == DocumentKind.RESULT && !one.serialNo().isEmpty()
                ? number + "（证卡编号 " + one.serialNo() + "）"
                : number;
    }

    /** Those made so far, the newest last. */
    List<BundleView.Receipt> of(CaseBundle bundle) {
        return find.ofCase(bundle.bundleNo().value()).stream()
                .filter(document -> document.kind() == DocumentKind.ERRAND_HANDOUT)
                .map(document ->
                        new BundleView.Receipt(document.id(), document.title(), document.number(), document.ready()))
                .toList();
    }
}
