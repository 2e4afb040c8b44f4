import DocumentModel
import Foundation

/// Categories as they are compared: without case, with other taxonomies' names for the same.
enum CategoryName {
  /// The categories that `name` stands for: several when it is written `A/B`.
  static func folded(_ name: String) -> Set<String> {
    Set(name.split(separator: "/").map(foldedPart).filter { !$0.isEmpty })
  }

  /// Whether every part of `name` is a category.
  static func isKnown(_ name: String) -> Bool {
    let parts = folded(name)
    return !parts.isEmpty && parts.isSubset(of: Set(known.flatMap(folded)))
  }

  /// A tie that stands, rather than something done at a time.
  static func isTie(_ name: String) -> Bool { Category(rawValue: name)?.isTie ?? false }

  /// An annotator may call an investigation by its name; graphs write it as an accusation.
  static let known = Category.allCases.map(\.rawValue) + ["INVESTIGATE"]

  private static func foldedPart(_ part: Substring) -> String {
    let upper = part.trimmingCharacters(in: .whitespacesAndNewlines).uppercased()
      .replacingOccurrences(of: " ", with: "-")
    return synonyms[upper] ?? upper
  }

  private static let synonyms = [
    "YIELD": "CONCEDE", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT",
    "PART_OF": "PART-OF", "PARTOF": "PART-OF", "MEMBER": "AFFILIATION",
    "MEMBERSHIP": "AFFILIATION", "ORGANIZATION": "AFFILIATION", "FAMILY": "KINSHIP",
    "LOCATED_IN": "LOCATION",
  ]
}
