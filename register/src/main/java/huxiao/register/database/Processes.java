package huxiao.register.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of processes in {@code /proc} and Java does not; elsewhere nothing is known. */
final class Processes {
    private static final Path PROC = Path.of("/proc");

    private Processes() {}

    /** Whether it ended and only its entry is left, because its parent did not collect it. */
    static boolean isDead(ProcessHandle process) {
        try {
            String stat = Files.readString(PROC.resolve(process.pid() + "/stat"));
            // After the name in brackets, which may hold anything: the state, Z or X for a dead one.
            String state = stat.substring(stat.lastIndexOf(')') + 1).strip();
            return state.startsWith("Z") || state.startsWith("X");
        } catch (IOException e) {
            // No entry, so nothing is known of it here.
            return false;
        }
    }

    /** Whether a process works in a folder; every process of a PostgreSQL works in its cluster's. */
    static boolean anyWorksIn(Path folder) {
        return ProcessHandle.allProcesses().anyMatch(process -> {
            try {
                return Files.readSymbolicLink(PROC.resolve(process.pid() + "/cwd"))
                        .equals(folder);
            } catch (IOException e) {
                // It ended meanwhile, or it is another user's, who cannot have our folder.
                return false;
            }
        });
    }
}
