@NullMarked
package dev.tocsin.probe;

import org.jspecify.annotations.NullMarked;
