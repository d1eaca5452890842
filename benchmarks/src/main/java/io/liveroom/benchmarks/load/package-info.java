/** Topics filled with invented facts, and what reads them beside the processor. */
@NullMarked
package io.liveroom.benchmarks.load;

import org.jspecify.annotations.NullMarked;
