package org.yiwang.forms.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.platform.Simulation;

/** 事项资料(目录): item and templates of a version from the catalogue; versions never change, so templates are kept. */
@ApplicationScoped
class CatalogueItems implements Items {

    private final FindItem find;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    CatalogueItems() {
        this(null);
    }

    @Inject
    CatalogueItems(FindItem find) {
        this.find = find;
    }

    @Override
    public Item item(long versionId) {
        ItemVersion version = find.version(versionId);
        String basis = version.legalBases().stream()
                .map(law -> "《" + law.law() + "》" + law.article())
                .collect(Collectors.joining("、"));
        return new Item(
                version.code().toString(),
                version.name().zh(),
                version.powerType().name(),
                act(version.powerType()),
                basis);
    }

    @Override
    public Template template(long versionId, String key) {
        if (Simulation.running()) {
            return Template.read(key, source(versionId, key));
        }
        return templates.computeIfAbsent(versionId + " " + key, any -> Template.read(key, source(versionId, key)));
    }

    /** As frozen with the version; a letter it brings no copy of is the platform's own. */
    private byte[] source(long versionId, String key) {
        Optional<String> frozen = find.version(versionId).template(key);
        if (frozen.isPresent()) {
            return frozen.get().getBytes(StandardCharsets.UTF_8);
        }
        if (!key.matches("templates/[a-z0-9-]+\\.json")) {
            throw new IllegalArgumentException("事项包中没有文书模板 " + key);
        }
        try (InputStream in = CatalogueItems.class.getResourceAsStream("/" + key)) {
            if (in == null) {
                throw new IllegalArgumentException("没有文书模板 " + key);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The noun in 准予…决定书 and 不予…决定书. */
    static String act(PowerType type) {
        return switch (type) {
            case LICENSE, PAYMENT, CONFIRMATION, REWARD, ADJUDICATION ->
                type.label().zh();
            case FILING -> "备案";
            default -> "办理";
        };
    }
}
