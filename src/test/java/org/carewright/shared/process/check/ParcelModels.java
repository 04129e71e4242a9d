package org.carewright.shared.process.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carewright.shared.process.DelegateCatalogue;
import org.carewright.shared.process.DelegateCatalogue.Entry;
import org.carewright.shared.process.DelegateCatalogue.Input;
import org.carewright.shared.process.ModelInput;

/** A process and a decision without fault and what they refer to; tests break one thing at a time. */
final class ParcelModels {

    static final String PROCESS = "ParcelProcess.bpmn";
    static final String DECISION = "PostageDecision.dmn";

    private ParcelModels() {}

    static ModelSurroundings surroundings() {
        var ship = new Entry(
                "shipParcelDelegate",
                "org.carewright.parcels",
                "Ship parcel",
                "Hands the parcel over.",
                true,
                List.of(
                        new Input(
                                "carrier", "Carrier", "", ModelInput.Type.DROPDOWN, List.of("rail", "road"), true, ""),
                        new Input("parcelId", "Parcel", "", ModelInput.Type.STRING, List.of(), true, "")));
        return new ModelSurroundings(
                DelegateCatalogue.of(List.of(ship)),
                Map.of("order-parcel", Set.of("weight"), "pack-parcel", Set.of("postpaid")),
                Set.of("PostageDecision"),
                Map.of("ParcelProcess", Set.of("weight", "postpaid", "postage", "parcelId", "packerGroup")),
                Set.of("packer", "porter"));
    }

    static String process() {
        return read(PROCESS);
    }

    static String decision() {
        return read(DECISION);
    }

    static List<Finding> check(String file, String model) {
        return new ModelCheck(surroundings()).check(file, model.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String file) {
        try (var stream = ParcelModels.class.getResourceAsStream("/models/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
