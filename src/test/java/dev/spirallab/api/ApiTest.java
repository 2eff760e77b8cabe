package dev.spirallab.api;

import dev.spirallab.account.Tokens;
import dev.spirallab.account.Tokens.Creation.Created;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole server, the same that the browser tests use, called by programs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ApiTest {
    /** Trained in a moment. */
    static final String SPIRAL =
            """
            {"format": 1, "title": "A small spiral",
             "dataset": {"kind": "spiral", "samples": 300},
             "graph": {"nodes": [{"id": "in", "layer": {"kind": "input"}},
                                 {"id": "out", "layer": {"kind": "linear", "units": 3}}],
                       "edges": [{"from": "in", "to": "out"}]},
             "training": {"loss": {"kind": "crossEntropy"}, "batchSize": 60,
                          "optimizer": {"kind": "sgd", "learningRate": 0.1}, "epochs": 3}}
            """;

    @Autowired private Tokens tokens;
    @LocalServerPort private int port;

    /** A program of somebody new. */
    Program program() {
        return program(OwnerId.random());
    }

    Program program(OwnerId owner) {
        return new Program(port, Optional.of(((Created) tokens.create(owner, "test")).token()));
    }

    /** A program without a token. */
    Program stranger() {
        return new Program(port, Optional.empty());
    }

    static Experiment spiral() {
        return Templates.get(Templates.FIRST);
    }

    static String document(Experiment experiment) {
        return ExperimentJson.write(experiment);
    }
}
