// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluded: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: excluded,
    swiftSettings: settings)
}

let package = Package(
  name: "Entente",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Entente", targets: ["Entente"]),
    // The stages that the benchmarks measure by themselves.
    .library(
      name: "EntenteStages",
      targets: [
        "DocumentModel", "Segmentation", "Gazetteers", "Recognition", "SyntaxParsing",
        "Coreference",
      ]),
    .library(
      name: "EntenteGraphs",
      targets: ["DocumentModel", "GraphModel", "GraphAnalysis", "GraphExport"]),
    .executable(name: "entente", targets: ["EntenteCommand"]),
    .executable(name: "entente-train", targets: ["EntenteTrain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),

    // Values that flow, no behaviour of a stage.
    stage("DocumentModel", []),
    stage("GraphModel", ["DocumentModel"]),

    // Data that a run reads once and then only looks up.
    stage("Gazetteers", ["DocumentModel"]),
    .target(name: "CKernels"),
    .target(name: "CCrashGuard"),
    stage("ModelFiles", ["DocumentModel", "CKernels"]),

    // The stages: siblings, none imports another.
    stage("Ingestion", ["DocumentModel", "CLibXML2", "CLibArchive", "CMarkdown"]),
    stage("Segmentation", ["DocumentModel", "CKernels"]),
    stage("Recognition", ["DocumentModel", "Gazetteers", "ModelFiles"]),
    stage("SyntaxParsing", ["DocumentModel", "ModelFiles"]),
    stage("Coreference", ["DocumentModel", "Gazetteers", "ModelFiles"]),
    stage("RelationExtraction", ["DocumentModel", "Gazetteers"]),

    // From articles' graphs to one graph, and out.
    stage(
      "GraphBuilding",
      [
        "GraphModel", "DocumentModel",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    stage("GraphAnalysis", ["GraphModel", "DocumentModel"]),
    .target(
      name: "GraphExport",
      dependencies: ["GraphModel", "DocumentModel", "GraphAnalysis", "CLibXML2"],
      // Compiled in: a resource bundle would be looked for at the path it was built at.
      resources: ["page.html", "style.css"].map { .embedInCode("Report/Assets/\($0)") }
        + ["model", "layout", "picture", "camera", "page", "card", "table", "figures", "filters"]
        .map { .embedInCode("Report/Assets/\($0).js") } + [.embedInCode("Report/Assets/main.js")],
      swiftSettings: settings),
    // What is kept of articles between runs.
    stage(
      "RunStorage", ["GraphModel", "DocumentModel", .product(name: "GRDB", package: "GRDB.swift")]),
    stage("Evaluation", ["GraphModel", "DocumentModel", "SyntaxParsing"]),

    // The workbench of people who keep tables.
    stage("Curation", ["Gazetteers", "DocumentModel"]),
    stage("DictionaryImport", ["Curation", "Gazetteers", "DocumentModel"]),

    // The whole way, as a library and as a command.
    stage(
      "Entente",
      [
        "DocumentModel", "GraphModel", "Gazetteers", "ModelFiles", "Ingestion", "Segmentation",
        "Recognition", "SyntaxParsing", "Coreference", "RelationExtraction", "GraphBuilding",
        "GraphAnalysis", "GraphExport", "Evaluation", "RunStorage", "CCrashGuard",
      ]),
    .executableTarget(
      name: "EntenteCommand",
      dependencies: [
        "Entente", "Curation", "DictionaryImport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "EntenteTrain",
      dependencies: [
        "SyntaxParsing", "ModelFiles", "DocumentModel", "Evaluation", "Gazetteers", "Recognition",
        "Coreference", "Segmentation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "LibraryExample", dependencies: ["Entente"], path: "Examples/Library",
      swiftSettings: settings),

    tests("DocumentModelTests", ["DocumentModel"]),
    tests("IngestionTests", ["Ingestion", "DocumentModel", "CLibArchive"]),
    tests("SegmentationTests", ["Segmentation", "DocumentModel"]),
    tests("GazetteersTests", ["Gazetteers", "DocumentModel"]),
    tests("CurationTests", ["Curation", "Gazetteers", "DocumentModel"]),
    tests(
      "DictionaryImportTests", ["DictionaryImport", "Curation", "Gazetteers", "DocumentModel"]),
    tests(
      "RecognitionTests",
      ["Recognition", "Gazetteers", "Segmentation", "DocumentModel", "ModelFiles"]),
    tests("CoreferenceTests", ["Coreference", "DocumentModel"]),
    tests("ModelFilesTests", ["ModelFiles"]),
    tests("SyntaxParsingTests", ["SyntaxParsing", "ModelFiles", "DocumentModel"]),
    tests(
      "RunStorageTests",
      [
        "RunStorage", "GraphExport", "GraphModel", "DocumentModel",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("EvaluationTests", ["Evaluation", "GraphModel", "DocumentModel", "SyntaxParsing"]),
    tests("GraphBuildingTests", ["GraphBuilding", "GraphModel", "DocumentModel"]),
    tests("GraphAnalysisTests", ["GraphAnalysis", "GraphModel", "DocumentModel"]),
    tests(
      "GraphExportTests", ["GraphExport", "GraphAnalysis", "GraphModel", "DocumentModel"],
      excluded: ["Goldens"]),
    tests(
      "EntenteCommandTests",
      [
        "EntenteCommand", "Entente", "GraphModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    tests(
      "EntenteTests", ["Entente", "Evaluation", "Recognition", "RelationExtraction"],
      excluded: ["Goldens", "Stance"]),
  ],
  swiftLanguageModes: [.v6]
)
