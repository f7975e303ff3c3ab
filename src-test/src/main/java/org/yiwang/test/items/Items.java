package org.yiwang.test.items;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yiwang.forms.catalogue.CheckPackages;
import org.yiwang.forms.platform.Problem;

/** 事项包工具: {@code ./dev items lint [folder…]}, for those who write packages. */
public final class Items {

    private Items() {}

    public static void main(String[] arguments) {
        if (arguments.length < 1 || !arguments[0].equals("lint")) {
            System.err.println("用法 (usage): ./dev items lint [文件夹…]");
            System.exit(2);
        }
        System.exit(lint(Arrays.asList(arguments).subList(1, arguments.length)) ? 0 : 1);
    }

    /** Says what is wrong with the packages in these folders, or with those of this build; true when nothing is. */
    static boolean lint(List<String> folders) {
        List<CheckPackages.Checked> checked = new ArrayList<>();
        try {
            folders.forEach(folder -> checked.addAll(CheckPackages.in(Path.of(folder))));
        } catch (UncheckedIOException unreadable) {
            System.err.println("读不了 (cannot read): " + unreadable.getCause().getMessage());
            return false;
        }
        if (folders.isEmpty()) {
            checked.addAll(CheckPackages.shipped());
        }
        checked.forEach(Items::print);
        long wrong = checked.stream().filter(one -> !one.problems().isEmpty()).count();
        System.out.println(
                "检查了 " + checked.size() + " 个事项包, " + wrong + " 个不能发布 (packages checked, not fit to be published)");
        return wrong == 0 && !checked.isEmpty();
    }

    private static void print(CheckPackages.Checked one) {
        for (Problem problem : one.problems()) {
            System.out.println("  [错] " + one.name() + "/" + problem.path() + ": " + problem.message());
        }
    }
}
