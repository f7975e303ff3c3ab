package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.QrCode;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.ReadReceipt;
import org.yiwang.workflow.casefile.SubmittedCase;
import org.yiwang.workflow.rating.RatingLink;

/** 提交回执: the number, the code, what comes next and by when. May be bookmarked and printed. */
@Named("receiptPage")
@RequestScoped
@At("/my/cases/{caseNo}/receipt")
public class ReceiptPage implements OwnPage {

    @Inject
    ReadReceipt readReceipt;

    @Inject
    RatingLink links;

    @Inject
    Page page;

    private SubmittedCase receipt;
    private String progressUrl;
    private String rateUrl;

    @Override
    public Reply get(Visit visit) {
        CaseNo no = CaseNo.parse(visit.variable("caseNo")).orElseThrow(() -> Refusal.notFound("这个办件"));
        receipt = readReceipt.read(visit.actor(), no);
        // The query code is no part of the link: a link ends up in histories and logs.
        progressUrl = visit.origin() + page.url("/progress?caseNo=" + receipt.caseNo());
        rateUrl = visit.origin() + page.url("/rate/" + links.ofCase(visit.actor(), no));
        page.setTitle(page.t("receipt.title"));
        return Reply.show("receipt");
    }

    public SubmittedCase getReceipt() {
        return receipt;
    }

    public String getQr() {
        return QrCode.svg(progressUrl, page.t("receipt.qr.alt"));
    }

    /** Good for one rating once the case has ended; printed with the receipt. */
    public String getRateQr() {
        return QrCode.svg(rateUrl, page.t("receipt.rate.alt"));
    }

    /** What was signed at submission: the application form and the receipt for the materials. */
    public List<CaseView.Document> getDocuments() {
        return receipt.view().documents().stream()
                .filter(document -> document.kind().equals(DocumentKind.APPLICATION_FORM.name())
                        || document.kind().equals(DocumentKind.MATERIAL_RECEIPT.name()))
                .toList();
    }

    public boolean isWaiting() {
        return getDocuments().stream().anyMatch(document -> !document.ready());
    }

    /** An instant item is decided already: its result is what the visitor came for. */
    public boolean isDecided() {
        return receipt.view().decision() != null;
    }
}
