package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ReadSample;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;

/** 样张和空白表: what a material should look like, and a blank form of it to be filled in. */
@RequestScoped
@At({"/items/{code}/samples/{material}", "/items/{code}/blanks/{material}"})
public class SampleFile implements PortalPage {

    @Inject
    FindItem findItem;

    @Inject
    ReadSample readSample;

    @Inject
    Page page;

    @Override
    public String section() {
        return "items";
    }

    @Override
    public Reply get(Visit visit) {
        ItemVersion item = GuidePage.find(findItem, visit.variable("code"));
        boolean blank = page.getPath().contains("/blanks/");
        String material = visit.variable("material");
        ReadSample.Sample paper = (blank ? readSample.blank(item, material) : readSample.of(item, material))
                .orElseThrow(() -> Refusal.notFound(blank ? "这份空白表" : "这份样张"));
        return new Reply.File(paper.name(), paper.type(), paper.bytes(), blank);
    }
}
