/** Schemas at the registry, compared with the catalogue. */
@NullMarked
package io.liveroom.cli.schemas;

import org.jspecify.annotations.NullMarked;
