package org.yiwang.workflow.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.bundle.BundleMode;
import org.yiwang.forms.catalogue.bundle.DeliveryPolicy;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.document.DocumentOrder;
import org.yiwang.forms.document.DocumentView;
import org.yiwang.forms.document.FindDocuments;
import org.yiwang.forms.document.OrderDocument;
import org.yiwang.forms.filling.Promises;
import org.yiwang.forms.filling.Submission;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.organisation.Directory;

/**
 * 统一受理回执: one paper for the whole errand: its number, the services, the materials that were given once, the one
 * promised date, what comes next. It accepts nothing: each service is accepted by its own office (行政许可法 §32).
 */
@ApplicationScoped
class ErrandReceipt {

    @Inject
    OrderDocument documents;

    @Inject
    FindDocuments find;

    @Inject
    FindItem items;

    @Inject
    Directory directory;

    @Inject
    ErrandCode codes;

    @Inject
    @ConfigProperty(name = "yiwang.public-url", defaultValue = "http://localhost:8080")
    String publicUrl;

    /** Ordered with the submission; made after the commit like every letter. */
    void order(OpenBundle open, Submission submission) {
        CaseBundle bundle = open.bundle;
        documents.order(List.of(new DocumentOrder(
                DocumentKind.ERRAND_RECEIPT,
                DocumentKind.ERRAND_RECEIPT.template(),
                bundle.itemVersionId(),
                bundle.bundleNo().value(),
                submission.item().organisation(),
                LegalDay.of(bundle.submittedAt()),
                data(open, submission),
                bundle.keyId())));
    }

    /** As it lies in the register or is being made; empty for an errand from before there were receipts. */
    Optional<DocumentView> of(CaseBundle bundle) {
        return find.ofCase(bundle.bundleNo().value()).stream()
                .filter(document -> document.kind() == DocumentKind.ERRAND_RECEIPT)
                .findFirst();
    }

    private ObjectNode data(OpenBundle open, Submission submission) {
        CaseBundle bundle = open.bundle;
        ObjectNode data = OpenBundle.body();
        data.put("queryCode", codes.of(bundle).orElse(""));
        data.putObject("applicant")
                .put("name", submission.applicant().name())
                .put("masked", submission.applicant().maskedName());
        data.putObject("operator")
                .put("name", submission.operator().name())
                .put("masked", submission.operator().maskedName());
        data.putObject("dates").put("submitted", LetterDate.of(bundle.submittedAt()));
        ObjectNode errand = data.putObject("errand");
        errand.put("count", Integer.toString(open.children.size()));
        errand.put("promisedOn", LetterDate.of(bundle.promisedOn()));
        errand.put("outside", outside(open));
        errand.put(
                "delivery", bundle.delivery() == DeliveryPolicy.ALL_READY ? "结果全部办好后一并送达，最迟不超过法定送达期限。" : "结果办好一项送达一项。");
        errand.put("promised", promised(submission));
        errand.put("url", publicUrl + "/progress?caseNo=" + bundle.bundleNo());
        services(open, errand.putArray("items"));
        materials(open, submission, errand.putArray("materials"));
        return data;
    }

    /** What was promised instead of handed in; empty if nothing was. */
    private static String promised(Submission submission) {
        Promises promises = submission.promises();
        List<String> all = new ArrayList<>();
        String later = promises.later().stream()
                .flatMap(one -> submission.item().material(one.material()).stream())
                .map(need -> "“" + need.name().zh() + "”")
                .collect(Collectors.joining("、"));
        if (!later.isEmpty()) {
            all.add(later + "承诺后补");
        }
        if (promises.commitment()) {
            all.add("“" + submission.item().commitment().orElseThrow().name().zh() + "”以告知承诺代替");
        }
        return String.join("；", all);
    }

    /** Those the one date does not cover. */
    private static String outside(OpenBundle open) {
        String names = open.members().stream()
                .filter(member -> !member.mode().promised())
                .map(member ->
                        "“" + member.name().zh() + "”" + (member.mode() == BundleMode.EXTERNAL ? "由外部机构办理" : "办理时间较长"))
                .collect(Collectors.joining("，"));
        return names.isEmpty() ? "" : "其中" + names + "，不计入上述日期。";
    }

    private void services(OpenBundle open, ArrayNode list) {
        for (BundleMember member : open.members()) {
            String office = items.version(member.versionId()).organisation();
            String before = member.waitsFor(open.states().keySet()).stream()
                    .map(code -> "“" + name(open, code) + "”")
                    .collect(Collectors.joining("、"));
            list.addObject()
                    .put("name", member.name().zh())
                    .put(
                            "office",
                            directory.findDepartment(office).map(d -> d.name()).orElse(office))
                    .put("begins", before.isEmpty() ? "已经开始" : before + "办成以后自动开始");
        }
    }

    private static String name(OpenBundle open, ItemCode code) {
        return open.plan.member(code).orElseThrow().name().zh();
    }

    private static void materials(OpenBundle open, Submission submission, ArrayNode list) {
        for (MaterialRequirement wanted : submission.item().materials()) {
            long files = submission.materials().stream()
                    .filter(file -> file.requirement().equals(wanted.key()))
                    .count();
            if (files > 0) {
                list.addObject()
                        .put("name", wanted.name().zh())
                        .put("count", Long.toString(files))
                        .put("uses", uses(open, wanted.key()));
            }
        }
    }

    private static String uses(OpenBundle open, String material) {
        return open.members().stream()
                .filter(member -> member.materials().containsValue(material))
                .map(member -> member.name().zh())
                .collect(Collectors.joining("、"));
    }
}
