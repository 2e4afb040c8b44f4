/// What the elements of HTML mean here.
enum PageTags {
  enum Role {
    /// Neither it nor what is in it is text of an article.
    case dropped
    case paragraph, heading, mainHeading, item
    /// Begins a block of its own.
    case block
    case article, frame
    /// Stands below or beside the story, unless it holds most of the text.
    case side
    case lineBreak
  }

  static let roles: [String: Role] = {
    var roles: [String: Role] = [:]
    for (role, names) in table {
      for name in names.split(separator: " ") { roles[String(name)] = role }
    }
    return roles
  }()

  private static let table: [(Role, String)] = [
    (
      .dropped,
      """
      script style noscript template svg math iframe object embed applet canvas video audio map \
      button select textarea option datalist nav aside dialog menu figure figcaption title
      """
    ),
    (.paragraph, "p blockquote pre"), (.heading, "h2 h3 h4 h5 h6"), (.mainHeading, "h1"),
    (.item, "li dd dt td th caption"),
    (
      .block,
      """
      div section ul ol dl table tbody thead tr hr form fieldset header address details \
      summary center
      """
    ),
    (.article, "article main"), (.side, "footer"), (.frame, "html head body"), (.lineBreak, "br"),
  ]

  /// Words in `class`, `id` and `role` of what is no part of the story.
  static let suspectWords: Set<Substring> = words(
    """
    ad ads advert advertisement advertising adslot adunit dfp banner sponsor sponsored sponsors promo \
    promotion promoted teaser related recommend recommended recommendation recommendations \
    readmore morestories mostread mostpopular popular trending latest share sharing social socials \
    newsletter newsletters subscribe subscription signup signin login register paywall \
    comment comments disqus respond breadcrumb breadcrumbs sidebar rail widget widgets \
    cookie cookies consent gdpr popup modal overlay toolbar nav navbar navigation menu submenu \
    footer footnav masthead caption captions credit credits gallery slideshow carousel tags taglist \
    topics outbrain taboola pagination pager skip hidden noprint bio byline dateline timestamp \
    copyright disclaimer poll quiz video player embed infobox factbox complementary
    """)

  /// Words in `class` and `id` of what holds the story.
  static let articleWords: Set<Substring> = words(
    """
    article articlebody articletext articlecontent story storybody storytext storycontent \
    entry entrycontent post postcontent postbody content maincontent bodytext fulltext
    """)

  private static func words(_ text: String) -> Set<Substring> { Set(text.split(separator: " ")) }
}
