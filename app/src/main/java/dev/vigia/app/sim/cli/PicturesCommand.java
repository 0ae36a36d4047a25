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
        draw(settings, SERIES, SeriesPictures::draw);
        draw(settings, MACHINE, MachinePicture::draw);
        return 0;
    }

    /** A short history shows nothing, and in an empty plant no machine dies. */
    private void draw(CompanySettings settings, String name, Picture picture) throws IOException {
        var file = folder.resolve(name);
        try {
            picture.draw(settings, file);
        } catch (IllegalArgumentException nothingToShow) {
            throw Failure.usage(file + " cannot be drawn: " + nothingToShow.getMessage());
        }
        spec.commandLine().getOut().println(file);
    }

    private interface Picture {

        void draw(CompanySettings settings, Path png) throws IOException;
    }
}
