package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.workflow.casefile.ReadCase;

/** 办件附件: files sent for materials of a case, kept with it and named in the action that hands them in. */
@RequestScoped
public class CaseFilesForm {

    @Inject
    CaseAtHand at;

    @Inject
    ReadCase readCase;

    @Inject
    StoreUpload storeUpload;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    /** The fields of the action: {@code files}, one line for each file of these materials; a bad file is named at its input. */
    ObjectNode take(Visit visit, Iterable<String> materials) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ArrayNode files = fields.putArray("files");
        String scope = readCase.fileScope(visit.actor(), at.no());
        for (String material : materials) {
            for (Part part : visit.files("m-" + material)) {
                try {
                    files.addObject()
                            .put("requirement", material)
                            .put(
                                    "fileId",
                                    once.file(visit, part, upload -> storeUpload
                                                    .store(visit.actor(), scope, upload)
                                                    .id())
                                            .toString());
                } catch (Refusal refusal) {
                    page.trouble(refusal, path -> "m-" + material);
                }
            }
        }
        return fields;
    }
}
