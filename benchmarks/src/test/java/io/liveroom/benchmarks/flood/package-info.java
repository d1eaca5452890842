/** Tests of the flood. */
@NullMarked
package io.liveroom.benchmarks.flood;

import org.jspecify.annotations.NullMarked;
