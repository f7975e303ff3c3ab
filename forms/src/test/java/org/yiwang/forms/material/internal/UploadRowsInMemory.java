package org.yiwang.forms.material.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Uploaded files of a test. */
public class UploadRowsInMemory extends UploadRows {

    private final List<UploadedFile> files = new ArrayList<>();

    @Override
    public void add(UploadedFile file) {
        files.add(file);
    }

    @Override
    public Optional<UploadedFile> find(UUID id, String scope) {
        return in(scope).stream().filter(file -> file.publicId().equals(id)).findFirst();
    }

    @Override
    public List<UploadedFile> in(String scope) {
        return files.stream().filter(file -> file.scope().equals(scope)).toList();
    }

    @Override
    public void remove(UploadedFile file) {
        files.remove(file);
    }

    @Override
    public void move(String from, String to) {
        in(from).forEach(file -> file.scope = to);
    }

    @Override
    public void supersede(String scope, String requirement, Instant at) {
        in(scope).stream()
                .filter(file -> file.requirement().equals(requirement) && file.current())
                .forEach(file -> file.supersededAt = at);
    }

    @Override
    public Set<String> unknown(Set<String> addresses) {
        Set<String> unknown = new HashSet<>(addresses);
        files.forEach(file -> unknown.remove(file.address()));
        return unknown;
    }
}
