package org.yiwang.workflow.organisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.platform.Profile;

/**
 * 机关目录: whom to send people to: the departments of this city and the authorities in the file that {@code
 * yiwang.authorities} names; the invented ones are there in the demo and in tests only.
 */
@ApplicationScoped
public class OtherAuthorities {

    @Inject
    Profile profile;

    @Inject
    Directory directory;

    @Inject
    @ConfigProperty(name = "yiwang.authorities")
    Optional<String> path;

    private List<OtherAuthority> others = List.of();

    @PostConstruct
    void read() {
        try (InputStream in = file()) {
            if (in != null) {
                others = parse(new ObjectMapper().readTree(in));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the file of authorities does not read: " + e.getMessage(), e);
        }
    }

    private InputStream file() throws IOException {
        if (path.isPresent()) {
            return Files.newInputStream(Path.of(path.get()));
        }
        return profile.production() ? null : OtherAuthorities.class.getResourceAsStream("/demo/authorities.json");
    }

    /** Reads the file; refuses one that leaves out where an authority is and how to reach it. */
    static List<OtherAuthority> parse(JsonNode file) {
        List<OtherAuthority> found = new ArrayList<>();
        for (JsonNode node : file.path("authorities")) {
            OtherAuthority one = new OtherAuthority(
                    node.path("name").asText(),
                    node.path("address").asText(),
                    node.path("phone").asText(),
                    node.path("url").asText());
            if (one.name().isBlank() || one.address().isBlank() || one.phone().isBlank()) {
                throw new IllegalArgumentException("an authority needs name, address and phone: " + node);
            }
            found.add(one);
        }
        return List.copyOf(found);
    }

    /** All of them, those elsewhere first. */
    public List<OtherAuthority> all() {
        return Stream.concat(
                        others.stream(),
                        directory.departments().stream()
                                .map(d -> new OtherAuthority(d.name(), d.address(), d.phone(), "")))
                .toList();
    }

    public Optional<OtherAuthority> named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
