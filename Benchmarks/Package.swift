// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "EntenteBenchmarks",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ArticleGenerator", targets: ["ArticleGenerator"]),
    .executable(name: "generate-articles", targets: ["GenerateArticles"]),
    .executable(name: "entente-bench", targets: ["EntenteBench"]),
    .executable(name: "writer-bench", targets: ["WriterBench"]),
  ],
  dependencies: [
    .package(name: "Entente", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    .target(name: "ArticleGenerator", swiftSettings: settings),
    .executableTarget(
      name: "GenerateArticles", dependencies: ["ArticleGenerator", argumentParser],
      swiftSettings: settings),
    .executableTarget(
      name: "EntenteBench",
      dependencies: [
        "ArticleGenerator", argumentParser,
        .product(name: "EntenteStages", package: "Entente"),
      ],
      swiftSettings: settings),
    // By itself, so that measuring writers does not build the stages.
    .executableTarget(
      name: "WriterBench",
      dependencies: [argumentParser, .product(name: "EntenteGraphs", package: "Entente")],
      swiftSettings: settings),
    .testTarget(
      name: "ArticleGeneratorTests", dependencies: ["ArticleGenerator"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
