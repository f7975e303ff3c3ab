package org.yiwang.forms.catalogue;

import java.util.Optional;

/** 到现场次数: how often an applicant must come in person, and why; 0 is 零跑动. */
public record Visits(int count, Optional<LocalText> reason) {}
