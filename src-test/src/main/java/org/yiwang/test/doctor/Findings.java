package org.yiwang.test.doctor;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** 体检结果: prints each finding as it comes and remembers whether one of them is wrong. */
final class Findings {

    private final PrintStream out;
    private int wrong;

    Findings(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
    }

    void good(String what) {
        out.println("  [好] " + what);
    }

    /** Worth knowing, and no reason to fail. */
    void note(String what) {
        out.println("  [注] " + what);
    }

    void bad(String what) {
        wrong++;
        out.println("  [错] " + what);
    }

    void check(boolean fine, String good, String bad) {
        if (fine) {
            good(good);
        } else {
            bad(bad);
        }
    }

    /** A check that cannot be made is itself a finding, and the others go on. */
    void attempt(String what, Callable<Void> check) {
        try {
            check.call();
        } catch (Exception e) {
            bad(what + ": " + e.getMessage());
        }
    }

    int wrong() {
        return wrong;
    }
}
