/** The processor's figures of minutes and sessions as a Flink job, to be measured beside it. */
@NullMarked
package io.liveroom.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
