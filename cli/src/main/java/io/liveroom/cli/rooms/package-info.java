/** The watchlist, and room lists in files. */
@NullMarked
package io.liveroom.cli.rooms;

import org.jspecify.annotations.NullMarked;
