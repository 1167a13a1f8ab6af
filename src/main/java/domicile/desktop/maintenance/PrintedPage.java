package domicile.desktop.maintenance;

import domicile.desktop.kit.PdfPage;
import domicile.page.Layout;
import java.util.List;

/** The pages of a capture that is a PDF, and where its words stand on them. */
record PrintedPage(List<PdfPage> pages, Layout layout) {
    PrintedPage {
        pages = List.copyOf(pages);
    }
}
