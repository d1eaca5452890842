/** Checks everything a deployment stands on, for real, and says what to do about what is wrong. */
@NullMarked
package io.liveroom.cli.doctor;

import org.jspecify.annotations.NullMarked;
