/** Processes of this machine, and what they take of it. */
@NullMarked
package io.liveroom.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
