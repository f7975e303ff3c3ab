package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.course.BatchRule;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.enrolment.ReadEnrolment;

/** 批次: when applications are taken, and afterwards the order with all that is needed to recompute it; no names. */
@Named("enrolmentPage")
@RequestScoped
@At("/items/{code}/batches")
public class EnrolmentPage implements PortalPage {

    @Inject
    FindItem findItem;

    @Inject
    ReadEnrolment readEnrolment;

    @Inject
    Page page;

    private ItemVersion item;
    private List<ReadEnrolment.Whole> batches = List.of();

    @Override
    public String section() {
        return "items";
    }

    @Override
    public Reply get(Visit visit) {
        item = GuidePage.find(findItem, visit.variable("code"));
        page.setTitle(page.t1("batch.of", page.say(item.name())));
        batches = readEnrolment.of(item.code().value()).stream()
                .map(window -> readEnrolment.whole(window.id()))
                .toList();
        return Reply.show("batches");
    }

    public ItemVersion getItem() {
        return item;
    }

    public List<ReadEnrolment.Whole> getBatches() {
        return batches;
    }

    public boolean isRanked() {
        return item.course()
                .batch()
                .filter(rule -> rule.method() == BatchRule.Method.RANK)
                .isPresent();
    }
}
