package domicile.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.ProgramFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The least heap, to 2 MB, with which {@code domicile report} writes a format: of all candidates and of one. A program to run,
 * {@code -Dbench.main=domicile.report.ReportMemory -Dbench=pdf}; what a heap is asked for, another collector cannot change.
 */
final class ReportMemory {
    private static final int LEAST = 8;
    private static final int MOST = 512;

    private ReportMemory() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String format = args[0];
        Path folder = Files.createTempDirectory("memory-bench");
        Path example = Path.of("data", "examples", "us-health.json");
        ObjectNode workload = (ObjectNode) new ObjectMapper().readTree(example.toFile());
        workload.putArray("candidates").add("aws-bedrock");
        Path single = folder.resolve("one.json");
        Files.writeString(single, workload.toString());
        int all = least(folder, format, example);
        int one = least(folder, format, single);
        System.out.println(format + ": all candidates " + all + " MB, one " + one + " MB, " + (double) all / one);
    }

    private static int least(Path folder, String format, Path workload) throws IOException, InterruptedException {
        int fails = LEAST;
        int works = MOST;
        while (works - fails > 2) {
            int middle = (fails + works) / 2;
            if (report(folder, format, workload, middle)) {
                works = middle;
            } else {
                fails = middle;
            }
        }
        return works;
    }

    private static boolean report(Path folder, String format, Path workload, int heap) throws IOException, InterruptedException {
        Path out = folder.resolve("report." + format);
        Files.deleteIfExists(out);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ProgramFlags.ALL);
        command.addAll(List.of(
                "-Xmx" + heap + "m",
                "-cp",
                System.getProperty("java.class.path"),
                "domicile.Domicile",
                "report",
                workload.toString(),
                "--date",
                "2026-06-30",
                "--register",
                folder.resolve("register").toString(),
                "--out",
                out.toString()));
        return new ProcessBuilder(command)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0
                && Files.exists(out);
    }
}
