package domicile.desktop.assessment.common;

import domicile.desktop.kit.Background;
import domicile.register.Approvals;
import domicile.register.Captures;
import domicile.register.EvidenceLocker;
import domicile.register.Head;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The register's documents, as an assessment reaches them.
 *
 * @param captures the pages whose words are cited
 * @param chain where the register's chain ends with its last change; asked off the FX thread
 * @param approvals what an assessment rests on that a second person approves; asked off the FX thread
 * @param who whom documents are kept for
 * @param background where they are copied
 */
public record Locker(
        EvidenceLocker documents,
        Captures captures,
        Supplier<Optional<Head>> chain,
        Function<UUID, List<Approvals.Matter>> approvals,
        String who,
        Background background) {

    /**
     * Copies files among an offering's documents.
     *
     * @param text what is being done, for the person who waits
     * @param question that they answer
     */
    public void keep(
            String text, List<Path> files, String offering, String question, Consumer<List<EvidenceLocker.Kept>> then) {
        background.job(text, progress -> documents.add(files, offering, question, who, progress), then);
    }
}
