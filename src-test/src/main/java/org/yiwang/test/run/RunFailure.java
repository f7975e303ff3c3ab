package org.yiwang.test.run;

/** 启动失败: one clear sentence for the person at the terminal, with the way out; the launcher ends with a non-zero code. */
public class RunFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunFailure(String sentence) {
        super(sentence);
    }

    public RunFailure(String sentence, Throwable cause) {
        super(sentence + " [" + cause.getMessage() + "]", cause);
    }
}
