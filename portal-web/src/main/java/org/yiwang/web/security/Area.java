package org.yiwang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** 区域: the four parts of the portal that are guarded differently; decided by the path alone. */
public enum Area {
    /** 接口: programs, with a bearer token. */
    API,
    /** 工作台: clerks, approvers, supervisors; PrimeFaces pages. */
    DESK,
    /** 自助终端: a device that was set up, and the person whose card it has read. */
    KIOSK,
    /** 公众: citizens and strangers. */
    PUBLIC;

    private static final List<String> DESK_PATHS = List.of("/desk", "/window", "/approval", "/supervision", "/admin");

    /** In every language. */
    private static final List<String> KIOSK_PATHS = List.of("/kiosk", "/en/kiosk", "/zz/kiosk");

    /** Where the container's own pages for programs hang; they are guarded as the API is. */
    private static final List<String> API_PATHS = List.of("/api", "/metrics", "/openapi", "/health");

    /** The area of a request. */
    public static Area of(HttpServletRequest request) {
        return of(path(request));
    }

    /** The area of a path without context root. */
    public static Area of(String path) {
        if (API_PATHS.stream().anyMatch(root -> within(path, root))) {
            return API;
        }
        if (KIOSK_PATHS.stream().anyMatch(root -> within(path, root))) {
            return KIOSK;
        }
        return DESK_PATHS.stream().anyMatch(root -> within(path, root)) ? DESK : PUBLIC;
    }

    /** The path as the container will match it: decoded, without context root and path parameters. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    private static boolean within(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
