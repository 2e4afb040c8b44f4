import DocumentModel
import Foundation
import GraphModel

/// Ids of entities that no gazetteer has: `x-<ascii slug>-<short hash of the resolution key>`.
///
/// They depend on the entity alone, so that they are the same in every run and every format.
enum NodeID {
  static func discovered(_ entity: ArticleEntity) -> String {
    let hash = StableHash.base32(of: entity.resolutionKey).prefix(6)
    return "x-\(slug(name(in: entity)))-\(hash)"
  }

  /// The name in the resolution key ("person:john smith@article"), which articles that use another
  /// form share; else the entity's own.
  private static func name(in entity: ArticleEntity) -> String {
    let key = entity.resolutionKey
    guard let colon = key.firstIndex(of: ":") else { return entity.name }
    let name = key[key.index(after: colon)...]
    return String(name.prefix { $0 != "@" })
  }

  /// Whether entities with the same resolution key have the same id, whatever else they are called.
  static func dependsOnKeyAlone(_ entity: ArticleEntity) -> Bool {
    entity.resolutionKey.utf8.contains(UInt8(ascii: ":"))
  }

  /// Lower-case ASCII letters and digits of `name`, runs of anything else as one hyphen; `n` when
  /// nothing is left.
  static func slug(_ name: String) -> String {
    var slug = ""
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    let decomposed = isASCII ? name : name.decomposedStringWithCompatibilityMapping
    for scalar in decomposed.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
      case "A"..."Z": slug += String(scalar).lowercased()
      case "'", "’": continue
      default:
        guard !scalar.properties.isDiacritic,
          scalar.properties.canonicalCombiningClass == .notReordered
        else { continue }
        if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
      }
      if slug.utf8.count >= 40 { break }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "n" : slug
  }
}
