package org.yiwang.forms.filling;

import java.util.List;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.platform.Problem;

/**
 * 送达选择: how the applicant wants letters and the result to reach him.
 *
 * @param method null while nothing was chosen and nothing goes without saying
 * @param address for letters by post; otherwise empty
 * @param phone whom the courier or the window calls; may be empty
 * @param eServiceConsent 同意电子送达: letters then count as served when they are registered
 */
public record ServiceChoice(ServiceMethod method, String address, String phone, boolean eServiceConsent) {

    public ServiceChoice {
        address = address == null ? "" : address.strip();
        phone = phone == null ? "" : phone.strip();
    }

    /** What holds while nobody has chosen: the way that needs neither an address nor a consent. */
    public static ServiceChoice first(ItemVersion item) {
        ServiceMethod method = item.serviceMethods().contains(ServiceMethod.PICKUP)
                ? ServiceMethod.PICKUP
                : item.serviceMethods().stream().findFirst().orElse(null);
        return new ServiceChoice(method, "", "", false);
    }

    /** What is wrong with it for this item; empty when it can be kept. */
    public List<Problem> problems(ItemVersion item) {
        return ServiceCheck.problems(item, this);
    }

    /** Without address and phone: this may end up in a log. */
    @Override
    public String toString() {
        return method + (eServiceConsent ? " with consent" : "");
    }
}
