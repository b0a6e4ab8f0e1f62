@NullMarked
package dev.tocsin.core.target;

import org.jspecify.annotations.NullMarked;
