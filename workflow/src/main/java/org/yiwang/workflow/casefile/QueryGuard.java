package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.internal.Attempts;

/**
 * 查询码核对: whoever has a number and its code may look, without signing in. Five wrong codes lock the number for an hour; a
 * number that does not exist answers the same as a wrong code.
 */
@ApplicationScoped
public class QueryGuard {

    @Inject
    Attempts attempts;

    /**
     * Within a transaction that a refusal does not roll back: the failure counts although the answer is a refusal.
     *
     * @param codeOf what was given out for a number; empty where there is none
     * @throws Refusal INVALID for a number or code that is wrong, TOO_MANY while the number is locked
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = Refusal.class)
    public CaseNo pass(String typedNo, String typedCode, Function<CaseNo, Optional<String>> codeOf) {
        CaseNo no = number(typedNo);
        if (!attempts.count(no)) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "LOCKED", "查询码多次不正确，请一小时后再试，或登录后在“我的办件”中查看。");
        }
        Optional<String> code = codeOf.apply(no);
        if (code.isEmpty() || !same(code.get(), QueryCode.normalise(typedCode))) {
            throw Refusal.invalid("queryCode", "NO_MATCH", "办件编号或查询码不正确，请核对回执后再试。");
        }
        attempts.succeeded(no);
        return no;
    }

    private static CaseNo number(String typed) {
        return CaseNo.parse(typed).orElseThrow(() -> Refusal.invalid("caseNo", "FORMAT", "办件编号应为 21 位数字，请核对回执上的编号。"));
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }
}
