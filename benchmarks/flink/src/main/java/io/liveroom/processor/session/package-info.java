/** Opens the processor's arithmetic to the benchmark, and to nobody else. */
@NullMarked
package io.liveroom.processor.session;

import org.jspecify.annotations.NullMarked;
