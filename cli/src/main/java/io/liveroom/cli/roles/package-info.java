/** The roles of production, and how settings become theirs. */
@NullMarked
package io.liveroom.cli.roles;

import org.jspecify.annotations.NullMarked;
