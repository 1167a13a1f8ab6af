package domicile.desktop.assessment.common;

import domicile.desktop.kit.Background;
import domicile.register.EvidenceLocker;

/**
 * The register's documents, as an assessment reaches them.
 *
 * @param who whom documents are kept for
 * @param background where they are copied
 */
public record Locker(EvidenceLocker documents, String who, Background background) {}
