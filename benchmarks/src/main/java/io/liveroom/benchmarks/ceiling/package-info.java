/** How fast this machine does a part of the work when it does nothing else. */
@NullMarked
package io.liveroom.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
