package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.yiwang.forms.material.StoreUpload;
import org.yiwang.forms.material.StoredUpload;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Uuids;
import org.yiwang.workflow.bundle.ReadCorrections;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.ReadCase;
import org.yiwang.workflow.correction.SupplyCorrection;

/**
 * 一件事补正的文件: a file chosen once lies afterwards with every case that asks for it. Good files stay with the page until
 * everything else is right too: nobody chooses a file twice.
 */
@RequestScoped
public class BundleCorrectionFiles {

    @Inject
    ReadCase readCase;

    @Inject
    StoreUpload storeUpload;

    @Inject
    FormOnce once;

    @Inject
    Page page;

    /** By material of the errand, by the name under which the page keeps it. */
    private final Map<String, List<Kept>> kept = new HashMap<>();

    /**
     * 留在页面上的文件.
     *
     * @param key what the page sends back: {@code <case>=<file>} for each case it lies with
     */
    public record Kept(String key, Map<CaseNo, StoredUpload> copies) {

        public String name() {
            return any().name();
        }

        public long size() {
            return any().size();
        }

        private StoredUpload any() {
            return copies.values().iterator().next();
        }
    }

    /** Takes what came with the form; a bad file is named at its input. */
    void take(Visit visit, ReadCorrections.Open open) {
        for (ReadCorrections.Line line : open.lines()) {
            if (line.target().startsWith("materials.")) {
                take(visit, line, line.target().substring(10));
            }
        }
    }

    private void take(Visit visit, ReadCorrections.Line line, String material) {
        Set<String> keys = new LinkedHashSet<>(visit.params("kept-" + material));
        for (Part part : visit.files("m-" + material)) {
            try {
                keys.add(store(visit, line, part));
            } catch (Refusal refusal) {
                page.trouble(refusal, path -> "m-" + material);
            }
        }
        List<Kept> found = new ArrayList<>();
        keys.forEach(key -> find(visit, line, key).ifPresent(found::add));
        kept.put(material, found);
    }

    private String store(Visit visit, ReadCorrections.Line line, Part part) {
        StringJoiner key = new StringJoiner(" ");
        for (ReadCorrections.Wish wish : line.wishes()) {
            String scope = readCase.fileScope(visit.actor(), wish.no());
            UUID id = once.file(visit, part, scope, upload -> storeUpload
                    .store(visit.actor(), scope, upload)
                    .id());
            key.add(wish.no().value() + "=" + id);
        }
        return key.toString();
    }

    /** Where it still waits: with a case that was answered meanwhile it lies in the file. */
    private Optional<Kept> find(Visit visit, ReadCorrections.Line line, String key) {
        Map<CaseNo, StoredUpload> copies = new LinkedHashMap<>();
        for (String copy : key.split(" ")) {
            String[] parts = copy.split("=", 2);
            line.wishes().stream()
                    .map(ReadCorrections.Wish::no)
                    .filter(no -> no.value().equals(parts[0]) && parts.length == 2)
                    .findFirst()
                    .ifPresent(no -> storeUpload
                            .waiting(readCase.fileScope(visit.actor(), no), Uuids.parse(parts[1], "这个文件"))
                            .ifPresent(file -> copies.put(no, file)));
        }
        return copies.isEmpty() ? Optional.empty() : Optional.of(new Kept(key, copies));
    }

    /** What is handed in for one case, under its own names. */
    List<SupplyCorrection.Supplied> of(ReadCorrections.Notice notice) {
        List<SupplyCorrection.Supplied> supplied = new ArrayList<>();
        kept.forEach((material, all) -> notice.own("materials." + material)
                .ifPresent(own ->
                        all.forEach(one -> Optional.ofNullable(one.copies().get(notice.no()))
                                .ifPresent(file ->
                                        supplied.add(new SupplyCorrection.Supplied(own.substring(10), file.id()))))));
        return supplied;
    }

    /** Files of that material, for the page that is shown again. */
    List<Kept> kept(String material) {
        return kept.getOrDefault(material, List.of());
    }
}
