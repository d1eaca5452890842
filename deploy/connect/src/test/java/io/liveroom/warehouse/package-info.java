/** The warehouse, proved on a real broker, a real Connect worker and a real PostgreSQL. */
@NullMarked
package io.liveroom.warehouse;

import org.jspecify.annotations.NullMarked;
