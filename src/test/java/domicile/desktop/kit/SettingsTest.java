package domicile.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import domicile.Pipes;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void whatIsKeptIsThereAtTheNextStart() throws IOException {
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path file = disk.getPath("/work/new/desktop.properties");
            Settings settings = new Settings(file);
            settings.put("view", "Börse = {\u20ac}");
            settings.save();

            assertThat(new Settings(file).get("view")).isEqualTo(Optional.of("Börse = {\u20ac}"));
        }
    }

    @Test
    void aFullDiskLeavesTheOldOnes() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setBlockSize(512)
                .setMaxSize(4096)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path file = disk.getPath("/work/desktop.properties");
            Files.writeString(file, "theme=dark\n");
            Settings settings = new Settings(file);
            settings.put("view", "x".repeat(10_000));
            settings.save();

            assertThat(Files.readString(file)).isEqualTo("theme=dark\n");
            try (var left = Files.list(disk.getPath("/work"))) {
                assertThat(left).containsExactly(file);
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeOrADeviceInTheirPlaceIsAsGoodAsNothing(@TempDir Path folder) throws Exception {
        for (Path file : List.of(Pipes.at(folder.resolve("pipe")), Path.of("/dev/zero"))) {
            assertThat(new Settings(file).get("view")).isEmpty();
        }
    }
}
