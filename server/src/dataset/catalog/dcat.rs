//! What does the catalogue say (DCAT 3, with what DCAT-AP asks for)?

use super::graph::Node;
use crate::{
    api::{API, LICENCE_ADDRESS, table::Table},
    dataset::{
        File, Release,
        make::SQLITE,
        package::{DESCRIPTION, TITLE},
        release::ZIP,
    },
};

const TITLE_VI: &str = "Minh Bạch: mục tiêu, kinh phí, kết quả trong kế hoạch của các tỉnh Việt Nam";
const DESCRIPTION_VI: &str = "Mọi con số được hứa, được chi và được báo cáo trong các kế hoạch đã công bố của các tỉnh, \
    kèm nguyên văn và vị trí trong văn bản.";

/// Words of the Publications Office of the EU that harvesters know.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";
const IANA: &str = "https://www.iana.org/assignments/media-types";
const SHA256: &str = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

/// The catalogue, its data sets with their files, and the API.
pub(super) fn graph(release: &Release, tables: &[Table], public_url: &str) -> Vec<Node> {
    let at = Addresses { public_url, release };
    let licence = Node::new(LICENCE_ADDRESS, "dct:LicenseDocument").words("dct:title", "CC BY 4.0", "en");
    let mut graph = vec![publisher(&at), licence, api(&at, tables)];
    let mut catalogue = Node::new(at.catalogue(), "dcat:Catalog")
        .words("dct:title", TITLE, "en")
        .words("dct:title", TITLE_VI, "vi")
        .words("dct:description", DESCRIPTION, "en")
        .words("dct:description", DESCRIPTION_VI, "vi")
        .thing("dct:publisher", at.publisher())
        .thing("dct:license", LICENCE_ADDRESS)
        .thing("dct:language", format!("{AUTHORITY}/language/VIE"))
        .thing("dct:language", format!("{AUTHORITY}/language/ENG"))
        .thing("foaf:homepage", format!("{public_url}/data"))
        .value("dct:modified", &release.at, "xsd:dateTime")
        .thing("dcat:service", at.service())
        .thing("dcat:dataset", at.dataset(""));
    let whole = data_set(&at, "")
        .words("dct:title", TITLE, "en")
        .words("dct:title", TITLE_VI, "vi")
        .words("dct:description", DESCRIPTION, "en")
        .words("dct:description", DESCRIPTION_VI, "vi");
    let files: Vec<&File> = [ZIP, SQLITE].iter().filter_map(|path| release.file(path)).collect();
    distributed(&mut graph, &at, whole, &files);
    for table in tables {
        let noun = table.spec.noun;
        let files = ["csv", "ndjson"].map(|ending| release.file(&format!("data/{noun}.{ending}")));
        let files: Vec<&File> = files.into_iter().flatten().collect();
        if files.is_empty() {
            continue;
        }
        let node = data_set(&at, noun)
            .words("dct:title", table.summary, "en")
            .words("dct:description", table.description, "en")
            .thing("dct:isPartOf", at.dataset(""));
        distributed(&mut graph, &at, node, &files);
        catalogue = catalogue.thing("dcat:dataset", at.dataset(noun));
    }
    graph.insert(0, catalogue);
    graph
}

/// Where each thing is.
struct Addresses<'a> {
    public_url: &'a str,
    release: &'a Release,
}

impl Addresses<'_> {
    fn catalogue(&self) -> String {
        format!("{}/data/catalog", self.public_url)
    }

    fn publisher(&self) -> String {
        format!("{}#publisher", self.catalogue())
    }

    fn service(&self) -> String {
        format!("{}#api", self.catalogue())
    }

    /// A data set: one list, or all.
    fn dataset(&self, noun: &str) -> String {
        let noun = if noun.is_empty() { "all" } else { noun };
        format!("{}#{noun}", self.catalogue())
    }

    fn file(&self, file: &File) -> String {
        format!("{}/data/{}/{}", self.public_url, self.release.name, file.path)
    }
}

fn publisher(at: &Addresses<'_>) -> Node {
    Node::new(at.publisher(), "foaf:Agent")
        .words("foaf:name", "Minh Bạch", "vi")
        .thing("foaf:homepage", at.public_url)
}

fn api(at: &Addresses<'_>, tables: &[Table]) -> Node {
    let service = Node::new(at.service(), "dcat:DataService")
        .words("dct:title", "Minh Bạch API", "en")
        .words("dct:description", "Every list of records, filtered, sorted, grouped and searched.", "en")
        .thing("dcat:endpointURL", format!("{}{API}", at.public_url))
        .thing("dcat:endpointDescription", format!("{}{API}/openapi.json", at.public_url))
        .thing("dct:license", LICENCE_ADDRESS)
        .thing("dct:publisher", at.publisher());
    tables
        .iter()
        .fold(service, |service, table| service.thing("dcat:servesDataset", at.dataset(table.spec.noun)))
}

fn data_set(at: &Addresses<'_>, noun: &str) -> Node {
    let day = at.release.at.get(..10).unwrap_or_default();
    Node::new(at.dataset(noun), "dcat:Dataset")
        .value("dct:identifier", at.dataset(noun), "xsd:string")
        .value("dct:modified", day, "xsd:date")
        .value("dcat:version", at.release.revision.to_string(), "xsd:string")
        .thing("dct:publisher", at.publisher())
        .thing("dct:spatial", format!("{AUTHORITY}/country/VNM"))
        .thing("dct:language", format!("{AUTHORITY}/language/VIE"))
        .thing("dct:accrualPeriodicity", format!("{AUTHORITY}/frequency/IRREG"))
        .thing("dcat:theme", format!("{AUTHORITY}/data-theme/GOVE"))
        .thing("dcat:landingPage", format!("{}/data", at.public_url))
        .words("dcat:keyword", "kế hoạch", "vi")
        .words("dcat:keyword", "provincial plans", "en")
}

/// Adds a data set with its files.
fn distributed(graph: &mut Vec<Node>, at: &Addresses<'_>, node: Node, files: &[&File]) {
    let node = files.iter().fold(node, |node, file| node.thing("dcat:distribution", at.file(file)));
    graph.push(node);
    for file in files {
        let address = at.file(file);
        let checksum = format!("{address}#sha256");
        graph.push(
            Node::new(&address, "dcat:Distribution")
                .words("dct:title", &file.path, "en")
                .thing("dcat:accessURL", &address)
                .thing("dcat:downloadURL", &address)
                .thing("dcat:mediaType", format!("{IANA}/{}", file.media_type))
                .value("dcat:byteSize", file.bytes.to_string(), "xsd:nonNegativeInteger")
                .thing("spdx:checksum", &checksum)
                .thing("dct:license", LICENCE_ADDRESS)
                .value("dct:issued", &at.release.at, "xsd:dateTime"),
        );
        graph.push(Node::new(&checksum, "spdx:Checksum").thing("spdx:algorithm", SHA256).value(
            "spdx:checksumValue",
            &file.sha256,
            "xsd:hexBinary",
        ));
    }
}
