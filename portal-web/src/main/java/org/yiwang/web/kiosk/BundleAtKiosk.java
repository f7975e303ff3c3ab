package org.yiwang.web.kiosk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.BundleWords;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.Visit;
import org.yiwang.workflow.bundle.BundleView;
import org.yiwang.workflow.bundle.ReadBundle;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.delivery.PrintDocument;

/** 一件事页面: where its services stand; and the receipt with the button that prints it. */
@Named("kioskBundle")
@RequestScoped
@At("/kiosk/bundles/{bundleNo}")
public class BundleAtKiosk implements KioskPage {

    @Inject
    ReadBundle readBundle;

    @Inject
    PrintDocument print;

    @Inject
    BundleWords words;

    @Inject
    Page page;

    private BundleView view;
    private int left;
    private boolean givenBack;

    @Override
    public Reply get(Visit visit) {
        CaseNo no = CaseNo.parse(visit.variable("bundleNo")).orElseThrow(() -> Refusal.notFound("这个一件事办件"));
        view = readBundle.read(visit.actor(), no);
        page.setTitle(words.name(view.item().code(), view.item().name()));
        givenBack = visit.param("said").equals("givenback");
        left = isReady() ? print.left(visit.actor(), view.receipt().id()) : 0;
        return Reply.show("kiosk/bundle");
    }

    public BundleView getView() {
        return view;
    }

    /** Is there a receipt to print? */
    public boolean isReady() {
        return view.receipt() != null && view.receipt().ready();
    }

    /** How many copies may still be printed. */
    public int getLeft() {
        return left;
    }

    public int getMost() {
        return PrintDocument.MOST;
    }

    public boolean isGivenBack() {
        return givenBack;
    }
}
