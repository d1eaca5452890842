/** Tests of what the trials compute. */
@NullMarked
package io.liveroom.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
