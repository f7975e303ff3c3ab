package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.material.MaterialView;

/**
 * 材料退还清单: which papers go back to whoever handed them in when a case ends without a decision: every original, and at
 * the window the copies too. What came as a file stays a file.
 */
@ApplicationScoped
public class ReturnedMaterials {

    @Inject
    ReadSubmission submissions;

    /** Adds the list to what the letter says ({@code termination.returned}), if there is anything to give back. */
    public void into(OpenCase open, ObjectNode termination) {
        Set<String> given = new LinkedHashSet<>();
        for (MaterialView material : open.submission(submissions).materials()) {
            given.add(material.requirement());
        }
        ArrayNode list = OpenCase.body().putArray("returned");
        given.forEach(key -> open.item().material(key).ifPresent(need -> {
            int papers = papers(open, need);
            if (papers > 0) {
                list.addObject().put("name", need.name().zh()).put("copies", Integer.toString(papers));
            }
        }));
        if (!list.isEmpty()) {
            termination.set("returned", list);
        }
    }

    private static int papers(OpenCase open, MaterialRequirement need) {
        return open.file().channel() == Channel.WINDOW ? need.originals() + need.copies() : need.originals();
    }
}
