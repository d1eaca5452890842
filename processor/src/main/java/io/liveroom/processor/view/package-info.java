/** What the query API reads: the latest of everything about a room, and its history of a day. */
@NullMarked
package io.liveroom.processor.view;

import org.jspecify.annotations.NullMarked;
