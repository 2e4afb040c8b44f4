import DocumentModel
import GraphModel

/// The fields of a node in every format, in the order in which they are written.
enum NodeField: CaseIterable {
  case label, name, type, subtype, aliases, roles, ids, iso3, qid, formerIDs, foundBy, candidates
  case firstSeen, lastSeen, mentions, articles

  var name: StaticString {
    switch self {
    case .label: "label"
    case .name: "name"
    case .type: "type"
    case .subtype: "subtype"
    case .aliases: "aliases"
    case .roles: "roles"
    case .ids: "ids"
    case .iso3: "iso3"
    case .qid: "qid"
    case .formerIDs: "former_ids"
    case .foundBy: "found_by"
    case .candidates: "candidates"
    case .firstSeen: "first_seen"
    case .lastSeen: "last_seen"
    case .mentions: "mentions"
    case .articles: "articles"
    }
  }

  /// The id of the GraphML key.
  var key: StaticString {
    switch self {
    case .label: "n_label"
    case .name: "n_name"
    case .type: "n_type"
    case .subtype: "n_subtype"
    case .aliases: "n_aliases"
    case .roles: "n_roles"
    case .ids: "n_ids"
    case .iso3: "n_iso3"
    case .qid: "n_qid"
    case .formerIDs: "n_former_ids"
    case .foundBy: "n_found_by"
    case .candidates: "n_candidates"
    case .firstSeen: "n_first_seen"
    case .lastSeen: "n_last_seen"
    case .mentions: "n_mentions"
    case .articles: "n_articles"
    }
  }

  var type: FieldType {
    switch self {
    case .mentions, .articles: .integer
    case .aliases, .roles, .ids, .formerIDs, .foundBy, .candidates: .list
    default: .string
    }
  }

  func value(in node: borrowing Node) -> FieldValue {
    switch self {
    case .label, .name: .text(node.shownLabel)
    case .type: .token(node.type.rawValue)
    case .subtype: .text(node.subtype)
    case .aliases: .list(node.aliases)
    case .roles: .list(node.roles)
    case .ids: .pairs(node.ids)
    case .iso3: .text(node.iso3)
    case .qid: .text(node.qid)
    case .formerIDs: .list(node.formerIDs)
    case .foundBy: .list(node.foundBy)
    case .candidates: .list(node.candidates)
    case .firstSeen: .date(node.firstSeen)
    case .lastSeen: .date(node.lastSeen)
    case .mentions: .integer(node.mentions)
    case .articles: .integer(node.articles)
    }
  }
}

extension Node {
  /// The label, or the id where nothing of the label would be left.
  var shownLabel: String {
    if let first = label.utf8.first, first > 0x20 { return label }
    return TextCleaning.cleaned(label).isEmpty ? id : label
  }
}
