/** {@code liveroom up}: everything on one machine, and a table of what it sees. */
@NullMarked
package io.liveroom.local;

import org.jspecify.annotations.NullMarked;
