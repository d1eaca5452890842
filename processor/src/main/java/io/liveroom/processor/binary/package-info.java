/** How the state of a room becomes bytes and back: compact, versioned, without reflection. */
@NullMarked
package io.liveroom.processor.binary;

import org.jspecify.annotations.NullMarked;
