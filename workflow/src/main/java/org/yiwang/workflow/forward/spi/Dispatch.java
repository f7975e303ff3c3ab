package org.yiwang.workflow.forward.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * 报送件: what goes to the higher authority: the first examination's opinion and everything the applicant handed in, so that
 * nobody asks him for it again (行政许可法 §35).
 *
 * @param reference of this report, for both sides; the same when it is sent again
 * @param to code of the authority
 * @param kind what it asks of the other side
 * @param content JSON object; personal, never logged
 * @param files read only when they are sent
 */
public record Dispatch(String reference, String to, Kind kind, JsonNode content, List<File> files) {

    /** 报送种类. */
    public enum Kind {
        /** 上报: decide this. */
        FORWARD,
        /** 申请人已撤回: nothing is left to decide. */
        WITHDRAWN
    }

    /** 附件. */
    public record File(
            String id, String requirement, String name, String type, String sha256, Supplier<byte[]> bytes) {}

    public Dispatch {
        files = List.copyOf(files);
    }

    /** Without what is personal: this may end up in a log. */
    @Override
    public String toString() {
        return kind + " " + reference + " to " + to;
    }
}
