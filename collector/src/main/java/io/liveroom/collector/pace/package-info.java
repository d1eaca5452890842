/** How fast: event-loop lanes, backoff, the request budget. */
@NullMarked
package io.liveroom.collector.pace;

import org.jspecify.annotations.NullMarked;
