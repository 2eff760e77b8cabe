package dev.spirallab.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Looks at the machine. */
final class Memory {
    private Memory() {}

    /** Bytes of memory that the machine, or its container, has. */
    static long ofMachine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
