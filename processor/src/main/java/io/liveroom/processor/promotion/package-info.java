/** What changes on a room's shelf: {@code liveroom.derived.promotion-change.v1}. */
@NullMarked
package io.liveroom.processor.promotion;

import org.jspecify.annotations.NullMarked;
