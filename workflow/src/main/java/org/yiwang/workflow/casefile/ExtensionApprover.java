package org.yiwang.workflow.casefile;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.identity.Post;

/**
 * 延期批准人: the post that approves an extension (行政许可法 §42: 本机关负责人; for several authorities together
 * 本级人民政府负责人). The head of a department is its director; the head of the government holds the post that {@code
 * yiwang.government-head} names.
 */
public final class ExtensionApprover {

    private static final String DIRECTOR = "director";

    private ExtensionApprover() {}

    /** The post that approves this extension. */
    public static Post of(ItemVersion item, Extension extension) {
        return switch (extension.approver()) {
            case Extension.DEPARTMENT_HEAD -> new Post(item.organisation(), DIRECTOR);
            case Extension.GOVERNMENT_HEAD ->
                Post.parse(ConfigProvider.getConfig()
                        .getOptionalValue("yiwang.government-head", String.class)
                        .orElse("government/head"));
            default -> Post.parse(extension.approver());
        };
    }

    /** All posts that approve an extension of this item. */
    static Stream<Post> of(ItemVersion item) {
        return item.limits().stream()
                .map(TimeLimit::extension)
                .flatMap(Optional::stream)
                .map(extension -> of(item, extension));
    }

    /** As a letter says it. */
    public static String words(Extension extension) {
        return extension.approver().equals(Extension.GOVERNMENT_HEAD) ? "本级人民政府负责人" : "本机关负责人";
    }
}
