/** The contract between processes: topics, serdes, headers, and what confirms a room's end. */
@NullMarked
package io.liveroom.schemas;

import org.jspecify.annotations.NullMarked;
