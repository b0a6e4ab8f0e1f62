@NullMarked
package dev.tocsin.core.history;

import org.jspecify.annotations.NullMarked;
