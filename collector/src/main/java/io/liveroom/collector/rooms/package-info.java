/** Which rooms: the watchlist, this worker's share of it, and what runs for each room. */
@NullMarked
package io.liveroom.collector.rooms;

import org.jspecify.annotations.NullMarked;
