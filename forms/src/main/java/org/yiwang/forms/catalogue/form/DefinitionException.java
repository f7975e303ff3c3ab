package org.yiwang.forms.catalogue.form;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /** This and whatever else was found wrong beside it. */
    public List<DefinitionException> all() {
        Stream<DefinitionException> others = Arrays.stream(getSuppressed())
                .filter(DefinitionException.class::isInstance)
                .map(DefinitionException.class::cast)
                .flatMap(other -> other.all().stream());
        return Stream.concat(Stream.of(this), others).toList();
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
