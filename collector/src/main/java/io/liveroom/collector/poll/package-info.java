/** Pull: one request with one outcome (Poller), when (PollSchedule), and again (PollLoop). */
@NullMarked
package io.liveroom.collector.poll;

import org.jspecify.annotations.NullMarked;
