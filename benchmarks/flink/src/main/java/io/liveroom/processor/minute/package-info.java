/** Opens the processor's arithmetic to the benchmark, and to nobody else. */
@NullMarked
package io.liveroom.processor.minute;

import org.jspecify.annotations.NullMarked;
