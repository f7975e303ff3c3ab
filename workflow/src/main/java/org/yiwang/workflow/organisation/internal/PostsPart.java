package org.yiwang.workflow.organisation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.spi.PackagePart;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.platform.Problem;
import org.yiwang.workflow.organisation.Directory;

/**
 * 岗位检查: the authority of an item and whoever works on it are there. Work for a post that nobody holds would lie in a queue that nobody
 * opens, while the time of the law runs.
 */
@ApplicationScoped
public class PostsPart implements PackagePart {

    /** What this build brings is not stopped by somebody's leaving his post. */
    private static final String BUILT_IN = "class path:";

    @Inject
    Directory directory;

    protected PostsPart() {}

    PostsPart(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<Problem> lint(ServicePackage servicePackage) {
        ItemVersion item = servicePackage.item();
        List<Problem> problems = new ArrayList<>();
        if (servicePackage.origin().startsWith(BUILT_IN)) {
            return problems;
        }
        if (directory.findDepartment(item.organisation()).isEmpty()) {
            problems.add(problem("organisation", "没有这个部门：" + item.organisation()));
        }
        posts(item).forEach((path, post) -> {
            if (directory.findDepartment(post.department()).isEmpty()) {
                problems.add(problem(path, "没有这个部门：" + post.department()));
            } else if (directory.officersOf(post).isEmpty()) {
                problems.add(problem(path, "没有人在这个岗位：" + post));
            }
        });
        return problems;
    }

    private static Problem problem(String path, String message) {
        return new Problem("item.json#" + path, "POST_UNKNOWN", message);
    }

    private static TreeMap<String, Post> posts(ItemVersion item) {
        TreeMap<String, Post> posts = new TreeMap<>();
        posts.put("intake.post", item.intake());
        item.steps().forEach(step -> step.posts()
                .forEach(post -> posts.put("steps[" + step.key() + "].post " + post, post)));
        item.course().urgency().ifPresent(rule -> posts.put("course.urgency.post", rule.post()));
        item.course()
                .stages()
                .flatMap(rule -> rule.by())
                .ifPresent(post -> posts.put("course.stages.begin.post", post));
        item.commitment().flatMap(rule -> rule.verifier()).ifPresent(post -> posts.put("commitment.verifier", post));
        return posts;
    }

    @Override
    public Optional<String> publish(ServicePackage servicePackage) {
        return Optional.empty();
    }
}
