package domicile.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a document's metadata (XMP) say, in whatever order, but for what every program changes that saves it. */
final class MetadataWords {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String HISTORY = "http://ns.adobe.com/xap/1.0/mm/";
    private static final String BASIC = "http://ns.adobe.com/xap/1.0/";
    private static final String PDF = "http://ns.adobe.com/pdf/1.3/";
    private static final Set<String> OF_SAVING = Set.of(BASIC + "ModifyDate", BASIC + "MetadataDate", PDF + "Producer");
    private static final Set<String> ASIDE =
            Set.of(RDF, HISTORY, "adobe:ns:meta/", XMLConstants.XML_NS_URI, XMLConstants.XMLNS_ATTRIBUTE_NS_URI);

    private final Set<String> words = new TreeSet<>();

    private MetadataWords() {}

    /** One word for each property, empty where there are none or they cannot be read. */
    static Optional<Set<String>> of(PDDocument document) {
        if (SameObjects.in(document.getDocumentCatalog().getCOSObject(), COSName.METADATA)
                                .orElse(COSName.METADATA)
                        instanceof COSStream stream
                && SameObjects.bytes(stream).isPresent()) {
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                var builder = factory.newDocumentBuilder();
                builder.setErrorHandler(null);
                MetadataWords said = new MetadataWords();
                said.read(
                        builder.parse(new ByteArrayInputStream(
                                        SameObjects.bytes(stream).orElseThrow()))
                                .getDocumentElement(),
                        "");
                return Optional.of(said.words);
            } catch (ParserConfigurationException | SAXException | IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void read(Element element, String within) {
        String name = name(element);
        String path = RDF.equals(element.getNamespaceURI()) ? within : within + " " + name;
        if (OF_SAVING.contains(name) || HISTORY.equals(element.getNamespaceURI())) {
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String space = Optional.ofNullable(attribute.getNamespaceURI()).orElse(RDF);
            if (!ASIDE.contains(space) && !OF_SAVING.contains(name(attribute))) {
                words.add(path + " " + name(attribute) + " = " + attribute.getNodeValue());
            }
        }
        NodeList inner = element.getChildNodes();
        boolean leaf = true;
        for (int i = 0; i < inner.getLength(); i++) {
            if (inner.item(i) instanceof Element child) {
                leaf = false;
                read(child, path);
            }
        }
        if (leaf && !element.getTextContent().isBlank()) {
            words.add(path + " = " + element.getTextContent().strip());
        }
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getNamespaceURI()).orElse("") + node.getLocalName();
    }
}
