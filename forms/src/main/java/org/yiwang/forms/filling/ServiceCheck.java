package org.yiwang.forms.filling;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.identity.InvalidValue;
import org.yiwang.forms.identity.Phone;
import org.yiwang.forms.platform.Problem;

/** What is wrong with a choice of service. */
final class ServiceCheck {

    private static final int LONGEST_ADDRESS = 200;

    private ServiceCheck() {}

    static List<Problem> problems(ItemVersion item, ServiceChoice choice) {
        List<Problem> problems = new ArrayList<>();
        if (choice.method() == null || !item.serviceMethods().contains(choice.method())) {
            problems.add(new Problem("service.method", "REQUIRED", "请选择领取方式，只能选该事项提供的方式。"));
        }
        if (choice.method() == ServiceMethod.POST && choice.address().isEmpty()) {
            problems.add(new Problem("service.address", "REQUIRED", "选择邮寄送达的，请填写收件地址。"));
        }
        if (choice.address().length() > LONGEST_ADDRESS) {
            problems.add(new Problem("service.address", "TOO_LONG", "收件地址最多200个字，请精简。"));
        }
        if (choice.method() == ServiceMethod.POST && choice.phone().isEmpty()) {
            problems.add(new Problem("service.phone", "REQUIRED", "选择邮寄送达的，请填写收件人电话。"));
        }
        if (choice.method() == ServiceMethod.ELECTRONIC && !choice.eServiceConsent()) {
            problems.add(new Problem("service.eServiceConsent", "CONSENT", "选择电子送达的，请勾选同意电子送达；不同意请改选其他方式。"));
        }
        if (!choice.phone().isEmpty()) {
            try {
                Phone.parse(choice.phone());
            } catch (InvalidValue wrong) {
                problems.add(new Problem("service.phone", wrong.code(), "收件人" + wrong.getMessage()));
            }
        }
        return problems;
    }
}
