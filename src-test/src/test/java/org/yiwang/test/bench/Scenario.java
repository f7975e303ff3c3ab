package org.yiwang.test.bench;

/** One thing that is measured; prints its own lines. */
interface Scenario {

    String name();

    /** Needs no server; then it is given no ground to run on. */
    default boolean inProcess() {
        return false;
    }

    void run(Ground ground, Options options);

    /**
     * 测量选项.
     *
     * @param size how much of it, 1 being the usual
     * @param statements beginning of the names of the steps whose statements are printed, or ALL; empty for none
     */
    record Options(int size, String statements) {

        boolean lists(String step) {
            return statements.equals("ALL") || !statements.isEmpty() && step.startsWith(statements);
        }
    }
}
