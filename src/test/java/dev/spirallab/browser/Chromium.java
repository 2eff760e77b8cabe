package dev.spirallab.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one browser that all browser tests of this JVM share. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final String THIS_COMPUTER_ALONE =
            "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

    /**
     * What Playwright turns off, as the last of several lists is the one that counts, and the pages
     * below the field of addresses: Chromium would load two of them for each page of ours, which
     * takes half as long again as ours alone.
     */
    private static final List<String> TURNED_OFF =
            List.of(
                    "AvoidUnnecessaryBeforeUnloadCheckSync",
                    "BoundaryEventDispatchTracksNodeRemoval",
                    "DestroyProfileOnBrowserClose",
                    "DialMediaRouteProvider",
                    "GlobalMediaControls",
                    "HttpsUpgrades",
                    "LensOverlay",
                    "MediaRouter",
                    "PaintHolding",
                    "ThirdPartyStoragePartitioning",
                    "BlockOriginHeaderModificationOnRedirect",
                    "Translate",
                    "OptimizationHints",
                    "WebUIOmniboxPopup",
                    "WebUIOmniboxAimPopup",
                    "WebUIOmniboxFullPopup");

    private Chromium() {}

    static Browser browser() {
        return Holder.BROWSER;
    }

    /** The browser named by the variable CHROMIUM, or the first one on the path. */
    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), onPath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)));
    }

    private static Browser launch() {
        var executable = executable();
        // Without a browser on this machine Playwright fetches its own.
        var environment =
                executable.isPresent()
                        ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                        : Map.<String, String>of();
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        var options = new LaunchOptions().setHeadless(true).setArgs(arguments());
        executable.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    private static List<String> arguments() {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-features=" + String.join(",", TURNED_OFF),
                                "--host-resolver-rules=" + THIS_COMPUTER_ALONE));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static final class Holder {
        static final Browser BROWSER = launch();
    }
}
