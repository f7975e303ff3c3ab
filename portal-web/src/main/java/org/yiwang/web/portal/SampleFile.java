package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ReadSample;
import org.yiwang.forms.platform.Refusal;

/** 样张: what a material should look like. */
@RequestScoped
@At("/items/{code}/samples/{material}")
public class SampleFile implements PortalPage {

    @Inject
    FindItem findItem;

    @Inject
    ReadSample readSample;

    @Override
    public String section() {
        return "items";
    }

    @Override
    public Reply get(Visit visit) {
        ItemVersion item = GuidePage.find(findItem, visit.variable("code"));
        ReadSample.Sample sample =
                readSample.of(item, visit.variable("material")).orElseThrow(() -> Refusal.notFound("这份样张"));
        return new Reply.File(sample.name(), sample.type(), sample.bytes(), false);
    }
}
