@NullMarked
package dev.tocsin.core.detect;

import org.jspecify.annotations.NullMarked;
