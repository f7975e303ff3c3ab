package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.platform.DataFolder;
import org.yiwang.forms.platform.Profile;

/** 运行设置: the two settings everything else hangs on. Safe unless told otherwise: production is the default. */
@ApplicationScoped
class Settings {

    @Inject
    @ConfigProperty(name = "yiwang.profile", defaultValue = "production")
    String profile;

    @Inject
    @ConfigProperty(name = "yiwang.data", defaultValue = "data")
    String data;

    @Produces
    Profile profile() {
        try {
            return Profile.valueOf(profile.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(
                    "yiwang.profile must be production, demo or test, but is '" + profile + "'", unknown);
        }
    }

    @Produces
    @ApplicationScoped
    DataFolder dataFolder() {
        return new LocalDataFolder(Path.of(data));
    }
}
