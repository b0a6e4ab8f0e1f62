@NullMarked
package dev.tocsin.core.observe;

import org.jspecify.annotations.NullMarked;
