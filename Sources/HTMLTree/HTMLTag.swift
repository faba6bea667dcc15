/// The elements of HTML that pages are made of, by their tags; ``custom`` stands for any other.
public enum HTMLTag: UInt8, Sendable, CaseIterable {
  /// Text, which has no tag.
  case text
  /// A tag that is not in this list.
  case custom
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo, bgsound, big, blink,
    blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, desc,
    details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, foreignobject, form,
    frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img, input, ins, isindex,
    kbd, keygen, label, legend, li, link, listing, main, map, mark, marquee, math, menu, menuitem, meta, meter, nav,
    nobr, noembed, noframes, noscript, object, ol, optgroup, option, output, p, param, picture, plaintext, pre,
    progress,
    q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select, slot, small, source, spacer, span, strike,
    strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr,
    track, tt, u, ul, `var`, video, wbr, xmp

  /// The tag in lower case.
  public var name: String { Self.names[Int(rawValue)] }

  /// The names of the cases, in their order.
  private static let names = """
    text custom a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del desc details dfn
    dialog dir div dl dt em embed fieldset figcaption figure font footer foreignobject form frame frameset h1 h2
    h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link
    listing main map mark marquee math menu menuitem meta meter nav nobr noembed noframes noscript object ol
    optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section
    select slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea
    tfoot th thead time title tr track tt u ul var video wbr xmp
    """.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// The tag with a name in lower case; ``custom`` for one that is not in the list.
  init(_ name: String) {
    let found = Self.byName[name] ?? .custom
    self = found == .text ? .custom : found
  }
}

/// The attributes of elements that are kept, by their names.
public enum HTMLAttribute: UInt8, Sendable, CaseIterable {
  case `class`, content, datetime, hidden, href, id, itemprop, lang, name, property, pubdate, rel, role, style, title,
    type
  /// `http-equiv`.
  case httpEquiv

  /// The attribute with a name of `length` bytes whose letters and digits make this number (``packedName(at:in:)``); nil for one that
  /// is not kept. The name before the hyphen is all that is read of `http-equiv`. O(1).
  init?(packed: UInt64, length: Int) {
    switch (packed, length) {
    case (0x636C617373, 5): self = .class
    case (0x636F6E74656E74, 7): self = .content
    case (0x6461746574696D65, 8): self = .datetime
    case (0x68696464656E, 6): self = .hidden
    case (0x68726566, 4): self = .href
    case (0x6964, 2): self = .id
    case (0x6974656D70726F70, 8): self = .itemprop
    case (0x6C616E67, 4): self = .lang
    case (0x6E616D65, 4): self = .name
    case (0x70726F7065727479, 8): self = .property
    case (0x70756264617465, 7): self = .pubdate
    case (0x72656C, 3): self = .rel
    case (0x726F6C65, 4): self = .role
    case (0x7374796C65, 5): self = .style
    case (0x7469746C65, 5): self = .title
    case (0x74797065, 4): self = .type
    case (0x68747470, 10): self = .httpEquiv
    default: return nil
    }
  }
}
