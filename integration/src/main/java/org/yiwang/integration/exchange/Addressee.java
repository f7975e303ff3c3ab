package org.yiwang.integration.exchange;

import java.util.regex.Pattern;
import org.yiwang.workflow.forward.spi.Dispatch;

/** 收件机关: what every adapter refuses to send, whoever stands behind it. */
final class Addressee {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Addressee() {}

    static void check(Dispatch dispatch) {
        if (dispatch.to() == null || !CODE.matcher(dispatch.to()).matches()) {
            throw new IllegalArgumentException("no authority of that code: " + dispatch.to());
        }
        if (dispatch.reference() == null || !dispatch.reference().matches("[0-9a-fA-F-]{36}")) {
            throw new IllegalArgumentException("a report needs a reference");
        }
    }
}
