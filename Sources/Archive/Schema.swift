import GRDB

/// The tables, as numbered migrations. A migration that was released is never changed: a later one follows it.
enum Schema {
  /// "Stma": what tells an archive from other SQLite files.
  static let application = 0x5374_6D61
  /// The number of the last migration, which is the file's `user_version`.
  static var latest: Int { migrations.count }

  /// Brings an archive of layout `version` up to `target`.
  static func migrate(_ db: Database, path: String, from version: Int, to target: Int = latest) throws {
    if version == 0 { try db.execute(sql: "PRAGMA application_id = \(application)") }
    for number in version..<target {
      try migrations[number](ArchiveWriter(db: db, path: path))
      try db.execute(sql: "PRAGMA user_version = \(number + 1)")
    }
  }

  private static let migrations: [@Sendable (ArchiveWriter) throws -> Void] = [
    { try $0.db.execute(sql: first) },
    {
      try $0.db.execute(sql: second)
      try $0.indexAllArticles()
    },
    {
      try $0.db.execute(sql: third)
      try $0.sealAll()
    },
  ]

  /// Documents as they came, what was read out of them, and corrections.
  private static let first = """
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      digest INTEGER NOT NULL,     -- the first 8 bytes of sha256
      sha256 BLOB NOT NULL,        -- of the bytes as they came
      name TEXT NOT NULL,          -- the id that the input gave
      source TEXT NOT NULL,
      form TEXT NOT NULL,
      encoding TEXT NOT NULL,
      hints BLOB,                  -- what its container told (JSON, DEFLATE)
      base INTEGER,                -- the document whose text is the dictionary of input
      input BLOB NOT NULL,         -- the decoded input (DEFLATE)
      bytes BLOB,                  -- the bytes as they came (DEFLATE, with the input as dictionary); null where they are the input
      added INTEGER NOT NULL       -- seconds since 1970
    );
    CREATE INDEX documentDigest ON document(digest);
    CREATE TABLE host (name TEXT PRIMARY KEY, document INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,      -- in order of arrival
      name TEXT NOT NULL UNIQUE,   -- the id that is printed
      document INTEGER NOT NULL,   -- its latest version
      version INTEGER NOT NULL,
      place INTEGER,               -- a hash of its address
      title TEXT, outlet TEXT, language TEXT, published TEXT,
      day INTEGER,                 -- of publication, since 1970
      story INTEGER,
      analysis TEXT NOT NULL,
      text BLOB NOT NULL,          -- title, deck, body (DEFLATE, with the input as dictionary)
      layout BLOB NOT NULL
    );
    CREATE INDEX articleDocument ON article(document);
    CREATE INDEX articlePlace ON article(place) WHERE place IS NOT NULL;
    CREATE INDEX articleStory ON article(story);

    CREATE TABLE version (
      article INTEGER NOT NULL, number INTEGER NOT NULL, document INTEGER NOT NULL,
      kind TEXT NOT NULL, changes BLOB,
      PRIMARY KEY (article, number)
    ) WITHOUT ROWID;
    CREATE INDEX versionDocument ON version(document);

    CREATE TABLE story (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      stale INTEGER NOT NULL DEFAULT 1,  -- whether an article came, went or changed since it was traced
      closed INTEGER NOT NULL DEFAULT 0, -- whether it takes no more articles
      changed INTEGER NOT NULL,          -- when, in seconds since 1970
      analysis TEXT,
      title TEXT, languages TEXT, articles INTEGER, outlets INTEGER, claims INTEGER, origins INTEGER,
      firstDay INTEGER, lastDay INTEGER, singleOrigin INTEGER, conflicts INTEGER,
      body BLOB
    );
    CREATE INDEX storyStale ON story(stale) WHERE stale;
    CREATE TABLE formerStory (name TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID; -- joined to another
    CREATE TABLE annotation (
      article INTEGER PRIMARY KEY,
      entities BLOB NOT NULL,      -- the numbers of the entities that it speaks of
      body BLOB NOT NULL
    );

    CREATE TABLE correction (id INTEGER PRIMARY KEY, line TEXT NOT NULL UNIQUE, added INTEGER NOT NULL);
    CREATE TABLE state (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    """

  /// What is searched.
  private static let second = """
    CREATE VIRTUAL TABLE articleWords USING fts5(
      text, content='', tokenize='unicode61 remove_diacritics 2');
    CREATE INDEX articleDay ON article(day);

    -- Claims that several outlets print or that versions disagree on; the others stand in their stories alone.
    CREATE TABLE claim (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, story INTEGER NOT NULL, number INTEGER NOT NULL,
      outlets INTEGER NOT NULL, lower INTEGER NOT NULL, upper INTEGER NOT NULL, conflict INTEGER NOT NULL,
      words BLOB NOT NULL          -- of all its passages (DEFLATE)
    );
    CREATE INDEX claimName ON claim(name);
    CREATE INDEX claimStory ON claim(story);
    CREATE VIRTUAL TABLE claimWords USING fts5(
      text, content='', tokenize='unicode61 remove_diacritics 2');

    -- An entity's number is the 32 bits of its id.
    CREATE TABLE entity (id INTEGER PRIMARY KEY, type TEXT NOT NULL, label TEXT NOT NULL);
    CREATE TABLE entityName (word TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (word, entity)) WITHOUT ROWID;
    CREATE TABLE entityArticle (
      entity INTEGER NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL,
      PRIMARY KEY (entity, article)
    ) WITHOUT ROWID;
    """

  /// What is told to those who follow the archive, and what is sent to whom. Every packed value bears a seal from here on.
  private static let third = """
    -- Stories that came, changed or went, each by the last time that it did: the ids only grow.
    CREATE TABLE change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      story TEXT NOT NULL UNIQUE,
      born INTEGER,                -- the first id that the story had; null where it is this one
      at INTEGER NOT NULL,         -- seconds since 1970
      mark INTEGER                 -- a checksum of what the story was; null where that is not known
    );
    INSERT INTO change (story, at) SELECT name, changed FROM story WHERE body IS NOT NULL ORDER BY changed, id;

    -- Whom it is sent to. Their secrets stand beside the archive, not in it.
    CREATE TABLE hook (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      url TEXT NOT NULL UNIQUE,
      articles INTEGER NOT NULL,   -- only stories of so many articles or more
      added INTEGER NOT NULL,
      position INTEGER NOT NULL,   -- the last change that was queued for it
      failures INTEGER NOT NULL DEFAULT 0, -- in a row
      due INTEGER NOT NULL DEFAULT 0,      -- not before: it did not answer
      sent INTEGER NOT NULL DEFAULT 0,
      note TEXT                    -- what it said last, where that was a failure
    );
    CREATE TABLE delivery (
      hook INTEGER NOT NULL, story TEXT NOT NULL, change INTEGER NOT NULL, isNew INTEGER NOT NULL,
      queued INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL,
      dead INTEGER NOT NULL DEFAULT 0, note TEXT,
      PRIMARY KEY (hook, story)
    ) WITHOUT ROWID;
    CREATE INDEX deliveryDue ON delivery(dead, due);

    -- How many articles a story has: lists ask it of every story.
    ALTER TABLE story ADD COLUMN members INTEGER NOT NULL DEFAULT 0;
    UPDATE story SET members = (SELECT count(*) FROM article WHERE article.story = story.id);
    CREATE TRIGGER articlePlaced AFTER UPDATE OF story ON article WHEN new.story IS NOT old.story BEGIN
      UPDATE story SET members = members - 1 WHERE id = old.story;
      UPDATE story SET members = members + 1 WHERE id = new.story;
    END;
    CREATE INDEX storyNewest ON story(lastDay DESC, firstDay DESC, name, members);
    CREATE INDEX storyThinnest ON story(singleOrigin DESC, lastDay DESC, name, members);
    CREATE INDEX storyDisputed ON story(conflicts DESC, lastDay DESC, name, members);
    """
}
