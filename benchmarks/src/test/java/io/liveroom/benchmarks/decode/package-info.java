/** Tests of the decode. */
@NullMarked
package io.liveroom.benchmarks.decode;

import org.jspecify.annotations.NullMarked;
