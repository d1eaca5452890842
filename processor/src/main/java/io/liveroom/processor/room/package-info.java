/**
 * What every derived topic does alike: drop duplicates, keep a live state for each room, publish
 * drafts and finals in time. The arithmetic is a {@link io.liveroom.processor.room.RoomFold}.
 */
@NullMarked
package io.liveroom.processor.room;

import org.jspecify.annotations.NullMarked;
