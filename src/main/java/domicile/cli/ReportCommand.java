package domicile.cli;

import picocli.CommandLine.Command;

@Command(name = "report", description = "x")
final class ReportCommand implements Runnable {
    @Override
    public void run() {}
}
