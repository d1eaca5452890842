/** What a Connect worker needs besides what others ship. */
@NullMarked
package io.liveroom.warehouse;

import org.jspecify.annotations.NullMarked;
