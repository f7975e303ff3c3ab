package org.yiwang.forms.catalogue.form;

/** 定义文件有误: a file of a service package does not say what it must; names the file and the place in it. */
public class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String path;
    private final String reason;

    public DefinitionException(String file, String path, String message) {
        super(file + (path.isEmpty() ? "" : "#" + path) + ": " + message);
        this.file = file;
        this.path = path;
        this.reason = message;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    public String file() {
        return file;
    }

    /** Place in the file, such as {@code steps[0].post}. */
    public String path() {
        return path;
    }
}
