package dev.spirallab.run;

import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Engine;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.Validator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunSettings.class)
class RunConfiguration {

    @Bean(destroyMethod = "close")
    RunRegistry runs(
            Engine engine,
            ObjectProvider<Validator> validator,
            ObjectProvider<Library> library,
            ObjectProvider<RunShelf> shelf,
            ObjectProvider<SweepShelf> sweepShelf,
            RunSettings settings) {
        return new RunRegistry(
                engine,
                validator.getIfAvailable(() -> new Validator(Limits.standard())),
                library.getIfAvailable(Library::withoutFiles),
                settings,
                shelf.getIfAvailable(NoShelf::new),
                sweepShelf.getIfAvailable(() -> SweepShelf.NONE));
    }
}
