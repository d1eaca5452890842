/** Settings: the catalogue of keys, where values come from, and which are wrong. */
@NullMarked
package io.liveroom.cli.settings;

import org.jspecify.annotations.NullMarked;
