@NullMarked
package dev.tocsin.core.network;

import org.jspecify.annotations.NullMarked;
