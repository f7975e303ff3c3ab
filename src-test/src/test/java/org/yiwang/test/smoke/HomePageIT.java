package org.yiwang.test.smoke;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;

@OnServer
class HomePageIT {

    enum Device {
        PHONE,
        DESK
    }

    @ParameterizedTest
    @EnumSource
    void isCleanOnEveryScreen(Device device, YiwangServer server) {
        try (Screen screen = device == Device.PHONE ? Screen.phone(server) : Screen.desk(server)) {
            screen.open("/");
            screen.shot("home-" + device.name().toLowerCase(java.util.Locale.ROOT));
            screen.assertClean();
        }
    }

    @Test
    void showsItselfWithoutJavaScript(YiwangServer server) {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            screen.open("/");
            assertTrue(screen.page().locator("main").innerText().length() > 20);
            screen.assertClean();
        }
    }
}
