@NullMarked
package dev.tocsin.core.message;

import org.jspecify.annotations.NullMarked;
