@NullMarked
package dev.tocsin.core.cause;

import org.jspecify.annotations.NullMarked;
