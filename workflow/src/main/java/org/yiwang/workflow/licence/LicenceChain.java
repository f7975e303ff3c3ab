package org.yiwang.workflow.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.Change;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Renewal;
import org.yiwang.workflow.licence.internal.Licences;

/** 同一证照: a licence that was renewed or changed is one of the item that first gave it, and can be renewed and changed again. */
@ApplicationScoped
class LicenceChain {

    @Inject
    FindItem items;

    /** Is it good today, and of that item? */
    boolean gives(Licences.Row licence, ItemCode of) {
        if (licence.ended() != null || licence.changedTo() != null) {
            return false;
        }
        if (licence.itemCode().equals(of.value())) {
            return true;
        }
        ItemVersion item = items.version(licence.itemVersionId());
        return item.renewal().map(Renewal::of).filter(of::equals).isPresent()
                || item.change().map(Change::of).filter(of::equals).isPresent();
    }
}
