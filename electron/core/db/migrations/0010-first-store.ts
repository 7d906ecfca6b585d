/**
 * @file The first store: the signed change log and its registers, links, what stays on this PC, and the projections.
 * Frozen: imports nothing of the application.
 */
import type { Database } from 'better-sqlite3-multiple-ciphers';

export const number = 10;
export const name = 'first-store';

export function up(db: Database): void {
  db.exec(log);
  db.exec(links);
  db.exec(blobs);
  db.exec(home);
  db.exec(local);
  db.exec(projections);
  for (const table of guarded) db.exec(guard(table));
}

/** Tables that only applyChange may write; each gets three guard triggers. */
const guarded = [
  'chg',
  'rival',
  'sup',
  'val',
  'record',
  'forum',
  'meeting',
  'meeting_action',
  'meeting_issue',
  'issue',
  'plan',
  'plan_session',
  'plan_problem',
  'plan_action',
  'dispute',
  'dispute_mediator',
  'site',
  'asset',
  'user_account',
  'rule',
  'partner',
  'place',
  'mapping',
  'training',
];

/**
 * [Note: Statements that fail] ABORT takes back what its statement has written so far, and for that SQLite keeps the former
 * state of every page that each of them touches. Here nothing has been written yet, since a guard stops the first row; and
 * where rows are written by the hundred thousand (`INSERT OR FAIL`) the whole transaction is taken back.
 */
const guard = (table: string): string =>
  ['INSERT', 'UPDATE', 'DELETE']
    .map(
      (act) => `CREATE TRIGGER guard_${table}_${act.toLowerCase()} BEFORE ${act} ON ${table}
        WHEN NOT EXISTS (SELECT 1 FROM applying)
        BEGIN SELECT RAISE(FAIL, 'guard: ${table} is written by applyChange alone'); END;`,
    )
    .join('\n');

const log = `
CREATE TABLE applying (k INTEGER PRIMARY KEY CHECK (k = 1)) STRICT;

CREATE TABLE chg (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL,
  id16 BLOB NOT NULL UNIQUE,
  hdr BLOB NOT NULL,
  pay BLOB,
  sig BLOB NOT NULL,
  agg BLOB NOT NULL,
  at TEXT NOT NULL,
  dev BLOB NOT NULL,
  inc BLOB NOT NULL,
  seq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  aud TEXT NOT NULL,
  verdict TEXT NOT NULL,
  code TEXT,
  waits TEXT,
  projected INTEGER NOT NULL,
  checked INTEGER NOT NULL,
  src BLOB
) STRICT;
CREATE INDEX chg_agg ON chg (agg, hlc);
CREATE INDEX chg_chain ON chg (dev, inc, seq);
CREATE INDEX chg_waits ON chg (waits) WHERE waits IS NOT NULL;
CREATE INDEX chg_not_understood ON chg (agg) WHERE projected = 0 AND verdict = 'ok';
CREATE INDEX chg_not_ok ON chg (verdict) WHERE code IS NOT NULL;
CREATE INDEX chg_unchecked ON chg (n) WHERE checked <> 1;

CREATE TABLE rival (
  agg BLOB NOT NULL, grp TEXT NOT NULL, id16 BLOB NOT NULL,
  PRIMARY KEY (agg, grp, id16)
) STRICT, WITHOUT ROWID;

CREATE TABLE sup (
  agg BLOB NOT NULL, grp TEXT NOT NULL, id16 BLOB NOT NULL,
  PRIMARY KEY (agg, grp, id16)
) STRICT, WITHOUT ROWID;

CREATE TABLE val (
  agg BLOB NOT NULL, grp TEXT NOT NULL, at TEXT NOT NULL,
  state TEXT NOT NULL, v TEXT, id16 BLOB NOT NULL, heads INTEGER NOT NULL,
  PRIMARY KEY (agg, grp)
) STRICT, WITHOUT ROWID;
CREATE INDEX val_withheld ON val (agg) WHERE state = 'withheld';
CREATE INDEX val_conflict ON val (agg, grp) WHERE heads > 1;
CREATE INDEX val_moved ON val (agg) WHERE grp = 'transfer' OR (grp >= 'share:' AND grp < 'share;');

CREATE VIEW head (agg, grp, id16) AS
  SELECT agg, grp, id16 FROM val UNION ALL SELECT agg, grp, id16 FROM rival;
`;

const links = `
CREATE TABLE roster (
  version INTEGER PRIMARY KEY, hash BLOB NOT NULL, line BLOB NOT NULL
) STRICT;

CREATE TABLE peer (
  dev BLOB PRIMARY KEY, node TEXT NOT NULL,
  out_epoch_n INTEGER NOT NULL, out_epoch_r BLOB NOT NULL,
  acked INTEGER NOT NULL, acked_bn INTEGER NOT NULL, acked_at TEXT,
  bn INTEGER NOT NULL, sent_to INTEGER NOT NULL, written_at TEXT, written_file TEXT,
  in_epoch_n INTEGER, in_epoch_r BLOB, in_k INTEGER NOT NULL, in_h BLOB,
  in_bn INTEGER NOT NULL, in_at TEXT, in_missing INTEGER, roster INTEGER NOT NULL,
  in_inc BLOB, national INTEGER NOT NULL DEFAULT 0, clock_offset_ms INTEGER, app TEXT,
  astray INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE link_out (
  peer BLOB NOT NULL, k INTEGER NOT NULL, n INTEGER NOT NULL, h BLOB NOT NULL, bare INTEGER NOT NULL,
  PRIMARY KEY (peer, k)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_out_change ON link_out (n, peer, bare);

CREATE TABLE link_in (
  peer BLOB NOT NULL, k INTEGER NOT NULL, h BLOB NOT NULL, got INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (peer, k)
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle_in (
  peer BLOB NOT NULL, bn INTEGER NOT NULL, id BLOB NOT NULL,
  PRIMARY KEY (peer, bn)
) STRICT, WITHOUT ROWID;

CREATE TABLE stray (
  peer BLOB NOT NULL, inc BLOB NOT NULL, bn INTEGER NOT NULL,
  PRIMARY KEY (peer, inc)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  n INTEGER PRIMARY KEY, kind TEXT NOT NULL, peer BLOB, detail TEXT NOT NULL, at TEXT NOT NULL, seen INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_unseen ON notice (kind) WHERE seen = 0;

CREATE TABLE reject (
  peer BLOB NOT NULL, id BLOB NOT NULL, code INTEGER NOT NULL,
  PRIMARY KEY (peer, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE spool (
  n INTEGER PRIMARY KEY, direction TEXT NOT NULL, at TEXT NOT NULL, file TEXT NOT NULL, sha BLOB NOT NULL,
  bytes INTEGER NOT NULL, peer BLOB, bn INTEGER, verdict TEXT NOT NULL, code TEXT, changes INTEGER NOT NULL,
  epoch INTEGER, a INTEGER, b INTEGER, parts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX spool_sha ON spool (sha);
`;

/** parcel: those that were opened here, or could not be. blob_ref: which changes name a blob in a payload that is here; blob_peer: what went to and came from each device. */
const blobs = `
CREATE TABLE blob (
  id TEXT PRIMARY KEY, total INTEGER NOT NULL, state TEXT NOT NULL, ranges TEXT NOT NULL, tries INTEGER NOT NULL,
  kind TEXT NOT NULL, first_wanted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_missing ON blob (first_wanted) WHERE state IN ('wanted', 'partial');
CREATE INDEX blob_bad ON blob (id) WHERE state = 'bad';

CREATE TABLE blob_ref (
  n INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (n, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_ref_id ON blob_ref (id);

CREATE TABLE parcel (id TEXT PRIMARY KEY, verdict TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE blob_peer (
  peer BLOB NOT NULL, id TEXT NOT NULL,
  confirmed INTEGER NOT NULL, missing TEXT, sent INTEGER NOT NULL, next INTEGER NOT NULL, passed INTEGER NOT NULL,
  offered INTEGER NOT NULL, told INTEGER,
  PRIMARY KEY (peer, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_peer_offered ON blob_peer (peer) WHERE offered = 1;
`;

const home = `
CREATE TABLE self (
  k INTEGER PRIMARY KEY CHECK (k = 1),
  node TEXT NOT NULL, device BLOB NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, place TEXT,
  services TEXT NOT NULL, parent TEXT, code TEXT, series TEXT,
  sign_key BLOB NOT NULL, age_identity TEXT NOT NULL, age_recipient TEXT NOT NULL,
  next_sign_key BLOB, next_age_identity TEXT, next_age_recipient TEXT,
  root_key BLOB, authority_key BLOB, root_public BLOB, cert TEXT,
  roster INTEGER NOT NULL, recovery_pending INTEGER NOT NULL
) STRICT;

CREATE TABLE inc (
  ordinal INTEGER PRIMARY KEY, inc BLOB NOT NULL UNIQUE, started TEXT NOT NULL, why TEXT NOT NULL,
  seq INTEGER NOT NULL, head BLOB NOT NULL, series TEXT
) STRICT;

CREATE TABLE clock (
  k INTEGER PRIMARY KEY CHECK (k = 1), ms INTEGER NOT NULL, counter INTEGER NOT NULL, quality INTEGER NOT NULL
) STRICT;

CREATE TABLE serial (
  year INTEGER NOT NULL, series TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (year, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_login (
  user TEXT PRIMARY KEY, login TEXT NOT NULL, login_fold TEXT NOT NULL UNIQUE, slot TEXT,
  first_name TEXT NOT NULL, first_roles TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  user TEXT NOT NULL, form TEXT NOT NULL, record TEXT NOT NULL, part TEXT NOT NULL, title TEXT NOT NULL, data TEXT NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (user, form, record, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet_import (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, file TEXT NOT NULL, user TEXT NOT NULL, at TEXT NOT NULL,
  made INTEGER NOT NULL, altered INTEGER NOT NULL, undone_at TEXT, undone_by TEXT, kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet_import_item (
  import TEXT NOT NULL, n INTEGER NOT NULL, record TEXT NOT NULL, at TEXT NOT NULL, act TEXT NOT NULL,
  stamp TEXT NOT NULL, groups TEXT NOT NULL, PRIMARY KEY (import, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE command (
  id TEXT PRIMARY KEY, method TEXT NOT NULL, user TEXT NOT NULL, answer TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  n INTEGER PRIMARY KEY, at TEXT NOT NULL, user TEXT NOT NULL, method TEXT NOT NULL, record TEXT,
  outcome TEXT NOT NULL, prev BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;

CREATE TABLE paper_copy (
  kind TEXT NOT NULL, subject TEXT NOT NULL, part TEXT NOT NULL, copy INTEGER NOT NULL, language TEXT NOT NULL,
  purpose TEXT NOT NULL, way TEXT NOT NULL, user TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (kind, subject, part, copy)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER guard_paper_copy_update BEFORE UPDATE ON paper_copy
  BEGIN SELECT RAISE(ABORT, 'guard: paper_copy is only added to'); END;
CREATE TRIGGER guard_paper_copy_delete BEFORE DELETE ON paper_copy
  BEGIN SELECT RAISE(ABORT, 'guard: paper_copy is only added to'); END;
`;

/** What never leaves this computer. Only ever added to, one version after the other, so that nothing is overwritten unseen. */
const local = `
CREATE TABLE local_entry (
  n INTEGER PRIMARY KEY, id16 BLOB NOT NULL UNIQUE, prev BLOB, agg BLOB NOT NULL, at TEXT NOT NULL, grp TEXT NOT NULL,
  version INTEGER NOT NULL, v TEXT, user TEXT NOT NULL, role TEXT NOT NULL, written TEXT NOT NULL,
  UNIQUE (agg, grp, version)
) STRICT;

CREATE VIEW local_value AS SELECT * FROM local_entry AS e
  WHERE version = (SELECT max(version) FROM local_entry AS o WHERE o.agg = e.agg AND o.grp = e.grp);

CREATE TRIGGER guard_local_entry_insert BEFORE INSERT ON local_entry
  WHEN NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM local_entry WHERE agg = NEW.agg AND grp = NEW.grp)
  BEGIN SELECT RAISE(ABORT, 'guard: local_entry takes the next version alone'); END;
CREATE TRIGGER guard_local_entry_update BEFORE UPDATE ON local_entry
  BEGIN SELECT RAISE(ABORT, 'guard: local_entry is only added to'); END;
CREATE TRIGGER guard_local_entry_delete BEFORE DELETE ON local_entry
  BEGIN SELECT RAISE(ABORT, 'guard: local_entry is only added to'); END;
`;

const projections = `
CREATE TABLE record (
  rowid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, at TEXT NOT NULL, owner TEXT,
  title TEXT NOT NULL, number TEXT NOT NULL, sort TEXT NOT NULL, updated TEXT NOT NULL,
  voided INTEGER NOT NULL, conflict INTEGER NOT NULL, stub INTEGER NOT NULL
) STRICT;
CREATE INDEX record_stub ON record (id) WHERE stub = 1;
CREATE INDEX record_at ON record (at, sort DESC, id);
CREATE INDEX record_updated ON record (updated DESC);

CREATE VIRTUAL TABLE record_fts USING fts5(fold, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');

CREATE TABLE forum (
  id BLOB PRIMARY KEY, name TEXT NOT NULL, place TEXT NOT NULL, status TEXT NOT NULL, founded TEXT,
  members INTEGER NOT NULL, women INTEGER NOT NULL, men INTEGER NOT NULL, leading_women INTEGER NOT NULL,
  site TEXT NOT NULL, term_from TEXT, term_until TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
  id BLOB PRIMARY KEY, forum BLOB NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
  type TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL, start TEXT NOT NULL, present INTEGER NOT NULL,
  women INTEGER NOT NULL, expected INTEGER NOT NULL, quorum INTEGER, approved TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_forum ON meeting (forum, year, number);
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_status ON meeting (status, date);

CREATE TABLE meeting_action (
  meeting BLOB NOT NULL, element TEXT NOT NULL, what TEXT NOT NULL, fold TEXT NOT NULL, responsible TEXT NOT NULL, due TEXT NOT NULL,
  status TEXT NOT NULL, told TEXT NOT NULL, since TEXT NOT NULL, note TEXT NOT NULL, issue TEXT NOT NULL, plan TEXT NOT NULL,
  PRIMARY KEY (meeting, element)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_action_due ON meeting_action (due);
CREATE INDEX meeting_action_status ON meeting_action (status, due);
CREATE INDEX meeting_action_told ON meeting_action (status, told);
CREATE INDEX meeting_action_element ON meeting_action (element);
CREATE INDEX meeting_action_issue ON meeting_action (issue);
CREATE INDEX meeting_action_plan ON meeting_action (plan);

CREATE TABLE meeting_issue (
  meeting BLOB NOT NULL, element TEXT NOT NULL, issue TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (meeting, element)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_issue_record ON meeting_issue (record);

CREATE TABLE issue (
  id BLOB PRIMARY KEY, ref TEXT NOT NULL, forum BLOB NOT NULL, code TEXT NOT NULL, time TEXT NOT NULL,
  place TEXT NOT NULL, other TEXT, spot TEXT, status TEXT NOT NULL, status_on TEXT, raised TEXT NOT NULL,
  raised_by TEXT, plan TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_forum ON issue (forum, raised);
CREATE INDEX issue_plan ON issue (plan);

CREATE TABLE plan (
  id BLOB PRIMARY KEY, forum BLOB NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
  status TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, endorsed TEXT, reviewed TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_forum ON plan (forum, year, number);

CREATE TABLE plan_session (
  plan BLOB NOT NULL, session TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (plan, session)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_problem (
  plan BLOB NOT NULL, element TEXT NOT NULL, issue TEXT NOT NULL, rank INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, scorings INTEGER NOT NULL, scored TEXT NOT NULL,
  PRIMARY KEY (plan, element)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_action (
  plan BLOB NOT NULL, element TEXT NOT NULL, problem TEXT NOT NULL, type TEXT NOT NULL, responsible TEXT NOT NULL,
  what TEXT NOT NULL, agreed TEXT NOT NULL, due TEXT NOT NULL, status TEXT NOT NULL, done TEXT,
  PRIMARY KEY (plan, element)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_action_due ON plan_action (due) WHERE status NOT IN ('completed', 'cancelled');

CREATE TABLE dispute (
  id BLOB PRIMARY KEY, number TEXT NOT NULL, intake TEXT NOT NULL, main_type TEXT NOT NULL,
  stage TEXT NOT NULL, district TEXT NOT NULL, claimant TEXT, parties INTEGER NOT NULL, steps INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_stage ON dispute (stage);
CREATE INDEX dispute_number ON dispute (number);

CREATE TABLE dispute_mediator (
  dispute BLOB NOT NULL, user TEXT NOT NULL, PRIMARY KEY (dispute, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_mediator_user ON dispute_mediator (user, dispute);

CREATE TABLE site (
  id BLOB PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, place TEXT NOT NULL, lat INTEGER, lon INTEGER,
  status TEXT NOT NULL, women INTEGER NOT NULL, men INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE asset (
  id BLOB PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, mark TEXT NOT NULL, place TEXT NOT NULL, site BLOB,
  status TEXT NOT NULL, condition TEXT NOT NULL, handed TEXT NOT NULL, checked TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_site ON asset (site) WHERE site IS NOT NULL;

CREATE TABLE training (
  id BLOB PRIMARY KEY, title TEXT NOT NULL, audience TEXT NOT NULL, edition TEXT NOT NULL, mode TEXT NOT NULL,
  status TEXT NOT NULL, place TEXT NOT NULL, forum BLOB, first_day TEXT, last_day TEXT,
  minutes INTEGER NOT NULL, people INTEGER NOT NULL, women INTEGER NOT NULL, follow_up TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX training_forum ON training (forum) WHERE forum IS NOT NULL;
CREATE INDEX training_follow_up ON training (follow_up) WHERE follow_up IS NOT NULL;

CREATE TABLE user_account (
  id TEXT PRIMARY KEY, node TEXT NOT NULL, display_name TEXT NOT NULL, roles TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (id BLOB PRIMARY KEY, key TEXT NOT NULL, periods TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE partner (
  id BLOB PRIMARY KEY, name_en TEXT NOT NULL, name_ar TEXT NOT NULL, name_ckb TEXT NOT NULL,
  kind TEXT NOT NULL, active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  id BLOB PRIMARY KEY, code TEXT NOT NULL, name_en TEXT NOT NULL, name_ar TEXT NOT NULL, name_ckb TEXT NOT NULL,
  level INTEGER NOT NULL, parent TEXT NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
  authority TEXT NOT NULL, active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mapping (
  id BLOB PRIMARY KEY, forum BLOB, place TEXT NOT NULL, date TEXT NOT NULL, people TEXT NOT NULL,
  round INTEGER NOT NULL, closed TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX mapping_forum ON mapping (forum, round);
CREATE INDEX mapping_place ON mapping (place, round);
`;
