package io.liveroom.cli.rooms;

import io.liveroom.control.WatchedRoom;

/**
 * A room on the watchlist.
 *
 * @param partition where it is: whoever holds that holds the room
 */
public record Listed(WatchedRoom room, int partition) {}
