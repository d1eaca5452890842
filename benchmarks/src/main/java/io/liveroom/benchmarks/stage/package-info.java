/** What a trial plays on: broker, registry, platform and workers, each a process of its own. */
@NullMarked
package io.liveroom.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
