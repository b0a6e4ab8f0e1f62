package dev.tocsin.probe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * The few calls of the C library that ICMP takes, on 64-bit Linux. Each answers as the C function does, with
 * {@code errno} in the segment it is given. Loading this class fails with a {@link LinkageError} where one is missing.
 */
final class IcmpCalls {
    /** Where {@code errno} is put. */
    static final StructLayout ERRNO = Linker.Option.captureStateLayout();

    private static final long ERRNO_AT = ERRNO.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SOCKET =
            call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SETSOCKOPT =
            call("setsockopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SENDTO =
            call("sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle RECV =
            call("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle RECVMSG =
            call("recvmsg", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle POLL =
            call("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle EVENTFD = call("eventfd", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle WRITE =
            call("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private IcmpCalls() {}

    /** The number the last call left. */
    static int errno(MemorySegment errno) {
        return errno.get(JAVA_INT, ERRNO_AT);
    }

    static int socket(MemorySegment errno, int domain, int type, int protocol) {
        try {
            return (int) SOCKET.invokeExact(errno, domain, type, protocol);
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    static int setsockopt(MemorySegment errno, int socket, int level, int name, MemorySegment value) {
        try {
            return (int) SETSOCKOPT.invokeExact(errno, socket, level, name, value, (int) value.byteSize());
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    static long sendto(MemorySegment errno, int socket, MemorySegment packet, MemorySegment to) {
        try {
            return (long) SENDTO.invokeExact(errno, socket, packet, packet.byteSize(), 0, to, (int) to.byteSize());
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    static long recv(MemorySegment errno, int socket, MemorySegment into) {
        try {
            return (long) RECV.invokeExact(errno, socket, into, into.byteSize(), 0);
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    static long recvmsg(MemorySegment errno, int socket, MemorySegment header, int flags) {
        try {
            return (long) RECVMSG.invokeExact(errno, socket, header, flags);
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    /** Waits for as long as it takes. */
    static int poll(MemorySegment errno, MemorySegment entries, long count) {
        try {
            return (int) POLL.invokeExact(errno, entries, count, -1);
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    static int eventfd(MemorySegment errno, int flags) {
        try {
            return (int) EVENTFD.invokeExact(errno, 0, flags);
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    static long write(MemorySegment errno, int file, MemorySegment bytes) {
        try {
            return (long) WRITE.invokeExact(errno, file, bytes, bytes.byteSize());
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    static int close(MemorySegment errno, int file) {
        try {
            return (int) CLOSE.invokeExact(errno, file);
        } catch (Throwable fault) {
            throw broken(fault);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle call(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address = linker.defaultLookup()
                .find(name)
                .orElseThrow(() -> new UnsatisfiedLinkError("the C library has no " + name));
        return linker.downcallHandle(address, descriptor, Linker.Option.captureCallState("errno"));
    }

    private static IllegalStateException broken(Throwable fault) {
        return new IllegalStateException("a call of the C library failed", fault);
    }
}
