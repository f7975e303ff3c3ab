package org.yiwang.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** 开放接口: the REST API; every resource and provider class of the war belongs to it. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // JSON is read and written by JsonBody alone: a name that no library answers to keeps them all out.
                "jersey.config.jsonFeature", "JsonBody",
                // The description of the API is openapi.json; a generated WADL would only be a second, poorer one.
                "jersey.config.server.wadl.disableWadl", true,
                // A refused answer must stay ours: no container error page instead of the problem.
                "jersey.config.server.response.setStatusOverSendError", true);
    }
}
