import NewsModel

/// Four outlets on one agency's unnamed sources.
let shipyard = [
  report(
    "a", "Kelby Echo",
    """
    Norvik has offered to sell its Kelby shipyard to Dalmar for $400 million, two people familiar with the talks told Reuters on Monday.
    Norvik declined to comment.
    The yard employs 2,000 people.
    """),
  report(
    "b", "Harbour Post",
    """
    Norvik has offered to sell its Kelby shipyard to Dalmar for $400 million, Reuters reported, citing two people familiar with the talks.
    Shares of Norvik rose 4 percent.
    """),
  report(
    "c", "Coastal Herald", "2024-05-15",
    """
    Sources told Reuters that Norvik offered to sell its Kelby shipyard to Dalmar for $400 million.
    """),
  report(
    "d", "Ledger Post", "2024-05-15",
    """
    Reuters reported on Monday, citing people familiar with the talks, that Norvik offered to sell its Kelby shipyard to Dalmar for $400 million.
    """),
]

/// A named official who told two agencies.
let bridge = [
  report(
    "a", "Kelby Echo",
    """
    KELBY (Reuters) - The Kelby bridge will stay closed until June, Transport Minister Helena Voss told reporters on Tuesday.
    Engineers found cracks in two pillars.
    """),
  report(
    "b", "Harbour Post",
    """
    KELBY (AP) — The Kelby bridge will stay closed until June, Transport Minister Helena Voss told reporters on Tuesday.
    Ferries will run every hour.
    """),
]

/// Two agencies that state the same without a source, in much the same words.
let fire = [
  report(
    "a", "Kelby Echo",
    """
    KELBY (Reuters) - A fire destroyed the old fish market in Kelby on Monday.
    """),
  report(
    "b", "Harbour Post",
    """
    KELBY (AP) — A fire destroyed the old fish market in Kelby on Monday.
    """),
]
