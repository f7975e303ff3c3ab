package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ReadSample;
import org.yiwang.forms.platform.Refusal;

/** 空白表: a blank form of a material, to be filled in. */
@RequestScoped
@At("/items/{code}/blanks/{material}")
public class BlankForm implements PortalPage {

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
        ReadSample.Sample blank =
                readSample.blank(item, visit.variable("material")).orElseThrow(() -> Refusal.notFound("这份空白表"));
        return new Reply.File(blank.name(), blank.type(), blank.bytes(), true);
    }
}
