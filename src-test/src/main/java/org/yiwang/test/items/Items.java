package org.yiwang.test.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.yiwang.forms.catalogue.CheckPackages;
import org.yiwang.forms.catalogue.CompareVersions;
import org.yiwang.forms.catalogue.PackageFiles;
import org.yiwang.forms.catalogue.VersionChange;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.test.run.RunFailure;

/** 事项包工具: {@code ./dev items …}, for those who write packages; each verb says what it found and ends with 0 when nothing is wrong. */
public final class Items {

    private static final String USAGE =
            """
            用法 (usage): ./dev items <命令>
              lint [文件夹…]                     检查, 不需要数据库 (checks, no database)
              test [文件夹…] [--url 网址]        推演自带的剧本; 不给网址就自己启动一个门户 (plays the packages' own cases)
              diff 甲 乙 [--url 网址]            两个版本的差异; 文件夹、zip 或 代码@版本 (what differs)
              export 代码[@版本] 文件.zip        导出已发布的版本 (a published version as a zip)
              import 文件夹|文件.zip             发布, 或列出全部问题 (publishes, or lists every problem)
              replay 文件夹|文件.zip [--limit N] 用以往的办件试算 (what it would have made of past cases)
            连接正在运行的门户: --url (默认 http://127.0.0.1:8080), --account (默认 admin), 密码取自 YIWANG_PASSWORD 或键盘
            """;

    private Items() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** The end as a program tells it: 0 all well, 1 something is wrong, 2 not understood. */
    static int run(String... arguments) {
        try {
            Asked asked = Asked.of(arguments);
            return switch (asked.verb()) {
                case "lint" -> end(lint(asked.rest()));
                case "test" -> end(new TestPackages(asked).test());
                case "diff" -> end(asked.rest().size() == 2 && diff(asked));
                case "export" -> end(asked.rest().size() == 2 && export(asked));
                case "import" -> end(asked.rest().size() == 1 && publish(asked));
                case "replay" -> end(asked.rest().size() == 1 && replay(asked));
                default -> usage();
            };
        } catch (RunFailure | UncheckedIOException failed) {
            System.err.println(failed.getMessage());
            return 1;
        } catch (DefinitionException wrong) {
            wrong.all().forEach(one -> System.out.println("  [错] " + one.getMessage()));
            return 1;
        } catch (Refusal refused) {
            refused.problems().forEach(one -> System.out.println("  [错] " + one.path() + ": " + one.message()));
            return 1;
        }
    }

    private static int end(boolean well) {
        return well ? 0 : 1;
    }

    private static int usage() {
        System.err.print(USAGE);
        return 2;
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

    private static boolean diff(Asked asked) {
        List<VersionChange> changes = CompareVersions.compare(
                files(asked, asked.rest().get(0)), files(asked, asked.rest().get(1)));
        VersionChange.Element element = null;
        for (VersionChange change : changes) {
            if (change.element() != element) {
                element = change.element();
                System.out.println(element.label().zh() + " (" + element.label().en() + ")");
            }
            System.out.println("  " + change.text().zh());
            System.out.println("    " + change.file() + (change.path().isEmpty() ? "" : "#" + change.path()));
        }
        System.out.println(changes.size() + " 处差异 (differences)");
        return true;
    }

    /** Of a folder, a zip, or a published version. */
    private static SortedMap<String, byte[]> files(Asked asked, String what) {
        return Files.exists(Path.of(what))
                ? PackageFiles.at(Path.of(what))
                : PackageFiles.zip(asked.portal().export(what));
    }

    private static boolean export(Asked asked) {
        Path file = Path.of(asked.rest().get(1));
        try {
            Files.write(file, asked.portal().export(asked.rest().get(0)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("写不了 (cannot write) " + file, unwritable);
        }
        System.out.println("已导出 (exported): " + file);
        return true;
    }

    private static boolean publish(Asked asked) {
        JsonNode done =
                asked.portal().send("/packages", PackageZipFile.of(asked.rest().get(0)));
        System.out.println((done.path("added").asBoolean() ? "已发布 (published): " : "以前发布过, 没有变化 (known): ")
                + done.path("itemCode").asText() + "@" + done.path("version").asInt());
        return true;
    }

    private static boolean replay(Asked asked) {
        JsonNode report = asked.portal()
                .send(
                        "/simulations/replays?limit=" + asked.option("limit", "10"),
                        PackageZipFile.of(asked.rest().get(0)));
        for (JsonNode one : report.path("cases")) {
            System.out.println(
                    one.path("caseNo").asText() + " (" + one.path("submittedOn").asText() + ", 版本 "
                            + one.path("version").asInt() + ")");
            one.path("differences")
                    .forEach(difference ->
                            System.out.println("  [" + difference.path("kind").asText() + "] "
                                    + difference.path("text").asText()));
            one.path("notes").forEach(note -> System.out.println("  注: " + note.asText()));
        }
        System.out.println("看了 " + report.path("cases").size() + " 件, "
                + report.path("changed").asInt() + " 件会不同 (cases looked at, that would differ)");
        return true;
    }
}
