package org.yiwang.forms.platform;

/**
 * 启动步骤: something a component does once at application start, after the database has been brought up to date and
 * before the platform answers. Called outside any transaction, smallest order first, on every node: what must happen
 * once per database has to lock for itself. A thrown exception stops the start and its message is what the operator
 * reads.
 */
public interface StartStep {

    /** Keys and platform time. */
    int GROUND = 100;
    /** The process engine. */
    int ENGINE = 300;
    /** Departments, officers and calendars. */
    int ORGANISATION = 400;
    /** Service packages; they need the engine and the organisation. */
    int CATALOGUE = 500;
    /** Demo accounts and the like, which need all of the above. */
    int DEMO = 700;
    /** Background workers: nothing runs by itself before everything stands. */
    int WORKERS = 900;

    /** When it runs, compared with the others: one of the constants, or a number between. */
    int order();

    /** What it is, in a word or two, for the log and the health page. */
    String name();

    /** Does it. */
    void run();
}
