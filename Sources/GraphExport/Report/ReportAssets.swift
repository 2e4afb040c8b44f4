import Foundation

/// The parts of the report that are files of their own, compiled into the program: data folders may
/// be missing or older than the program, a report must not depend on them.
enum ReportAssets {
  static let page = text(PackageResources.page_html)
  static let style = text(PackageResources.style_css)

  /// The scripts in the order in which they build on each other.
  static let script = [
    PackageResources.model_js, PackageResources.layout_js, PackageResources.picture_js,
    PackageResources.camera_js, PackageResources.page_js, PackageResources.card_js,
    PackageResources.table_js, PackageResources.figures_js, PackageResources.filters_js,
    PackageResources.main_js,
  ].map(text).joined(separator: "\n")

  /// As a content security policy names the script.
  static var scriptHash: String {
    "sha256-" + Data(SHA256.hash(of: Array(script.utf8))).base64EncodedString()
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
