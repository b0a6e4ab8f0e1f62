@NullMarked
package dev.tocsin.replay;

import org.jspecify.annotations.NullMarked;
