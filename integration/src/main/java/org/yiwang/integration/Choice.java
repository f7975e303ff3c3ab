package org.yiwang.integration;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.platform.Profile;

/** 选择: which adapter stands behind a port. */
final class Choice<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Choice.class);

    private final String port;
    private final Optional<String> named;
    private final String outsideProduction;
    private final Profile profile;
    private final Map<String, Supplier<? extends T>> adapters = new LinkedHashMap<>();
    private final Set<String> standIns = new HashSet<>();

    Choice(String port, Optional<String> named, String outsideProduction, Profile profile) {
        this.port = port;
        this.named = named.map(String::strip).filter(name -> !name.isEmpty());
        this.outsideProduction = outsideProduction;
        this.profile = profile;
    }

    Choice<T> adapter(String name, Supplier<? extends T> make) {
        adapters.put(name, make);
        return this;
    }

    /** One that only stands for the real thing; the log says so. */
    Choice<T> standIn(String name, Supplier<? extends T> make) {
        standIns.add(name);
        return adapter(name, make);
    }

    T chosen() {
        String name = named.orElseGet(this::undecided);
        Supplier<? extends T> make = adapters.get(name);
        if (make == null) {
            throw new IllegalStateException(
                    "yiwang." + port + "=" + name + " is unknown; it must be one of " + adapters.keySet());
        }
        if (standIns.contains(name)) {
            LOG.warn("Port {}: stand-in '{}', not a real system", port, name);
        } else {
            LOG.info("Port {}: adapter '{}'", port, name);
        }
        return make.get();
    }

    private String undecided() {
        if (profile.production()) {
            throw new IllegalStateException(
                    "yiwang." + port + " is not set; production needs a choice of " + adapters.keySet());
        }
        return outsideProduction;
    }
}
