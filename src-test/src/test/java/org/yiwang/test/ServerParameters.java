package org.yiwang.test;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the shared server to tests marked with {@link OnServer}. */
final class ServerParameters implements ParameterResolver {

    private static final Map<Class<?>, Function<YiwangServer, Object>> KNOWN = Map.of(
            YiwangServer.class, server -> server,
            Api.class, YiwangServer::api,
            Db.class, YiwangServer::db);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return KNOWN.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return KNOWN.get(parameter.getParameter().getType()).apply(YiwangServer.shared());
    }
}
