"""Makes the database that Datasette serves: passages and their FTS5 index.

usage: datasette.py DATABASE METADATA < passages.jsonl
"""

import json
import sqlite3
import sys

SEARCH = """
select p.plan, p.anchor, snippet(passages_fts, 0, '[', ']', '…', 40) as snippet,
  (select count(*) from passages_fts where passages_fts match :q) as total
from passages_fts join passages p on p.id = passages_fts.rowid
where passages_fts match :q order by rank limit 10
"""

database, metadata = sys.argv[1:]
store = sqlite3.connect(database)
store.execute("create table passages (id integer primary key, plan text, anchor text, text text)")
store.execute(
    "create virtual table passages_fts using fts5"
    "(text, content='passages', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
)
rows = (json.loads(line) for line in sys.stdin)
store.executemany("insert into passages (plan, anchor, text) values (?, ?, ?)", rows)
store.execute("insert into passages_fts (passages_fts) values ('rebuild')")
store.execute("insert into passages_fts (passages_fts) values ('optimize')")
store.commit()
store.execute("analyze")
store.execute("vacuum")
with open(metadata, "w") as file:
    json.dump({"databases": {"passages": {"queries": {"search": {"sql": SEARCH}}}}}, file)
