/** The figures of a room in each window: {@code liveroom.derived.room-minute.v1}. */
@NullMarked
package io.liveroom.processor.minute;

import org.jspecify.annotations.NullMarked;
