package org.yiwang.web.boot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSizeTest {

    @Test
    void takesWhatTheDatabaseCanGive() {
        assertDoesNotThrow(() -> PoolSize.check("4", "32", 117));
        assertDoesNotThrow(() -> PoolSize.check("0", " 8 ", 8));
    }

    @ParameterizedTest
    @CsvSource({
        "4,   many, DB_POOL_MAX 应为 8 至 500 的整数，现在是“many”",
        "4,   7,    DB_POOL_MAX 应为 8 至 500 的整数，现在是“7”",
        "4,   501,  DB_POOL_MAX 应为 8 至 500 的整数，现在是“501”",
        "33,  32,   DB_POOL_MIN 应为 0 至 32 的整数，现在是“33”",
        "-1,  32,   DB_POOL_MIN 应为 0 至 32 的整数，现在是“-1”",
        "'',  32,   DB_POOL_MIN 应为 0 至 32 的整数，现在是“”",
        "4,   118,  DB_POOL_MAX=118 超过数据库提供的连接数 117"
    })
    void saysWhichSettingIsWrongAndWhatWouldBeRight(String min, String max, String told) {
        String message = assertThrows(IllegalStateException.class, () -> PoolSize.check(min, max, 117))
                .getMessage();

        assertTrue(message.startsWith(told), message);
    }
}
