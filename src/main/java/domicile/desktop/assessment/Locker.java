package domicile.desktop.assessment;

import domicile.desktop.maintenance.Background;
import domicile.register.EvidenceLocker;

/**
 * The register's documents, as an assessment reaches them.
 *
 * @param who whom documents are kept for
 * @param background where they are copied
 */
record Locker(EvidenceLocker documents, String who, Background background) {}
