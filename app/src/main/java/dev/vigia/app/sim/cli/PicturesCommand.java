package dev.vigia.app.sim.cli;

import dev.vigia.app.program.Failure;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.plant.MachinePicture;
import dev.vigia.app.sim.trade.SeriesPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigia sim pictures}: what the data of the company looks like, drawn without a database. */
@Command(name = "pictures", description = "Draw a few demand series and a machine that dies, as PNG files.")
final class PicturesCommand implements Callable<Integer> {

    private static final String SERIES = "demand-series.png";

    private static final String MACHINE = "dying-machine.png";

    @Mixin
    private CompanyOptions options = new CompanyOptions();

    @Parameters(paramLabel = "DIR", description = "Folder to write them to.")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var settings = options.settings();
        Files.createDirectories(folder);
        SeriesPictures.draw(settings, told(SERIES));
        drawMachine(settings);
        return 0;
    }

    /** A short history or an empty plant has no machine that dies. */
    private void drawMachine(CompanySettings settings) throws IOException {
        try {
            MachinePicture.draw(settings, told(MACHINE));
        } catch (IllegalArgumentException noneDies) {
            throw Failure.usage("The picture of a machine cannot be drawn: " + noneDies.getMessage());
        }
    }

    private Path told(String name) {
        var file = folder.resolve(name);
        spec.commandLine().getOut().println(file);
        return file;
    }
}
