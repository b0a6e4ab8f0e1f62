@NullMarked
package dev.tocsin.core.incident;

import org.jspecify.annotations.NullMarked;
