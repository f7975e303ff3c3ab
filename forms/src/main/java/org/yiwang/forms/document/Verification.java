package org.yiwang.forms.document;

import java.time.Instant;
import java.util.Optional;

/**
 * 验真结果: what verifying found. Of several findings the gravest is told.
 *
 * @param document what the register knows about it
 * @param signer name in the signer's certificate
 * @param signedAt from the time stamp
 */
public record Verification(
        Result result, Optional<DocumentFacts> document, Optional<String> signer, Optional<Instant> signedAt) {

    /** 结论, the gravest first. */
    public enum Result {
        /** 内容被篡改: what was signed is not what is in the file. */
        TAMPERED("文件内容与签名不符，已被篡改，请勿采信。"),
        /** 没有签名. */
        UNSIGNED("文件没有电子签名，无法证明由本平台出具。"),
        /** 签名人不明: signed, but not by a department of this platform, or never entered in its register. */
        UNKNOWN_SIGNER("文件的签名不是本平台各部门的签名，无法证明由本平台出具。"),
        /** 签名后有改动: the signed part is intact, something was added after it. */
        CHANGED_AFTER_SIGNING("文件在签名之后又被改动，请以原件为准。"),
        /** 已作废: the number was used up without a document that counts. */
        VOID("这个文号已经作废，没有有效的文书。"),
        /** 已撤销. */
        REVOKED("文书真实，但已被撤销，不再有效。"),
        /** 真实有效. */
        VALID("文书真实有效，内容未被改动。");

        private final String chinese;

        Result(String chinese) {
            this.chinese = chinese;
        }

        /** One plain sentence for the page. */
        public String chinese() {
            return chinese;
        }
    }
}
