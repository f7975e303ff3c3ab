package org.yiwang.workflow.organisation.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.platform.Profile;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.workflow.organisation.City;
import org.yiwang.workflow.organisation.Directory;

/**
 * 装入组织: reads the city's file ({@code yiwang.city}) into the tables at start, then the tables into memory, and looks
 * now and then whether another node has loaded a newer file. The invented city is there in the demo and in tests only.
 */
@ApplicationScoped
class LoadCity implements StartStep {

    private static final Logger LOG = Logger.getLogger(LoadCity.class.getName());
    private static final int LOOK_SECONDS = 20;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Profile profile;

    @Inject
    @ConfigProperty(name = "yiwang.city")
    Optional<String> path;

    @Inject
    OrganisationTables tables;

    @Inject
    Directory directory;

    private volatile long known;
    private Future<?> watching;

    @Override
    public int order() {
        return ORGANISATION;
    }

    @Override
    public String name() {
        return "departments and officers";
    }

    @Override
    public void run() {
        Optional<byte[]> file = file();
        if (file.isPresent()) {
            tables.load(city(file.get()), file.get());
        }
        refresh();
        if (directory.departments().isEmpty()) {
            throw new IllegalStateException(
                    "there are no departments yet: set yiwang.city (YIWANG_CITY) to the city's file");
        }
        watching = scheduler.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private Optional<byte[]> file() {
        try {
            if (path.isPresent()) {
                return Optional.of(Files.readAllBytes(Path.of(path.get())));
            }
            if (profile.production()) {
                return Optional.empty();
            }
            try (InputStream in = City.class.getResourceAsStream("/demo/city.json")) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException("city file " + path.orElse("demo/city.json") + " does not read", e);
        }
    }

    private static City city(byte[] file) {
        try {
            return City.parse(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new IllegalStateException("city file is no JSON: " + e.getMessage(), e);
        }
    }

    private void look() {
        try {
            refresh();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The directory could not be refreshed; tried again", failure);
        }
    }

    private synchronized void refresh() {
        long revision = tables.revision();
        if (revision != known) {
            OrganisationTables.All all = tables.all();
            directory.replace(all.departments(), all.officers());
            known = revision;
        }
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.cancel(false);
        }
    }
}
