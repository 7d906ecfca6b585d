/** @file Row types of the store, as Kysely sees them. The columns are made in migrations/. */
type Bytes = Uint8Array;

type LocalEntryRow = {
  n: number;
  id16: Bytes;
  prev: Bytes | null;
  agg: Bytes;
  at: string;
  grp: string;
  version: number;
  v: string | null;
  user: string;
  role: string;
  written: string;
};

export type Tables = {
  chg: {
    n: number;
    id: Bytes;
    id16: Bytes;
    hdr: Bytes;
    pay: Bytes | null;
    sig: Bytes;
    agg: Bytes;
    at: string;
    dev: Bytes;
    inc: Bytes;
    seq: number;
    hlc: string;
    aud: string;
    verdict: string;
    code: string | null;
    waits: string | null;
    projected: number;
    checked: number;
    src: Bytes | null;
  };
  /** A view: the head that `val` shows, and its rivals. */
  head: { agg: Bytes; grp: string; id16: Bytes };
  rival: { agg: Bytes; grp: string; id16: Bytes };
  sup: { agg: Bytes; grp: string; id16: Bytes };
  local_entry: LocalEntryRow;
  /** A view: the last entry of each group. */
  local_value: LocalEntryRow;
  val: { agg: Bytes; grp: string; at: string; state: string; v: string | null; id16: Bytes; heads: number };
  roster: { version: number; hash: Bytes; line: Bytes };
  peer: {
    dev: Bytes;
    node: string;
    out_epoch_n: number;
    out_epoch_r: Bytes;
    acked: number;
    acked_bn: number;
    acked_at: string | null;
    bn: number;
    sent_to: number;
    written_at: string | null;
    written_file: string | null;
    in_epoch_n: number | null;
    in_epoch_r: Bytes | null;
    in_k: number;
    in_h: Bytes | null;
    in_bn: number;
    in_at: string | null;
    in_missing: number | null;
    roster: number;
    in_inc: Bytes | null;
    national: number;
    clock_offset_ms: number | null;
    app: string | null;
    astray: number;
  };
  link_in: { peer: Bytes; k: number; h: Bytes; got: number; n: number };
  bundle_in: { peer: Bytes; bn: number; id: Bytes };
  stray: { peer: Bytes; inc: Bytes; bn: number };
  notice: { n: number; kind: string; peer: Bytes | null; detail: string; at: string; seen: number };
  link_out: { peer: Bytes; k: number; n: number; h: Bytes; bare: number };
  parcel: { id: string; verdict: string };
  reject: { peer: Bytes; id: Bytes; code: number };
  spool: {
    n: number;
    direction: string;
    at: string;
    file: string;
    sha: Bytes;
    bytes: number;
    peer: Bytes | null;
    bn: number | null;
    verdict: string;
    code: string | null;
    changes: number;
    epoch: number | null;
    a: number | null;
    b: number | null;
    parts: number;
  };
  blob: {
    id: string;
    total: number;
    state: string;
    ranges: string;
    tries: number;
    kind: string;
    first_wanted: number;
  };
  blob_ref: { n: number; id: string; kind: string };
  blob_peer: {
    peer: Bytes;
    id: string;
    confirmed: number;
    missing: string | null;
    sent: number;
    next: number;
    passed: number;
    offered: number;
    told: number | null;
  };
  setting: { name: string; value: string };
  user_login: {
    user: string;
    login: string;
    login_fold: string;
    slot: string | null;
    first_name: string;
    first_roles: string;
  };
  /** Sheets that were brought in here: no part of any change. */
  sheet_import: {
    id: string;
    kind: string;
    file: string;
    user: string;
    at: string;
    made: number;
    altered: number;
    undone_at: string | null;
    undone_by: string | null;
    /** Records that were changed since and stayed as they were. */
    kept: number;
  };
  /** `groups`: JSON list of the heads before and after, of a record that was altered. */
  sheet_import_item: {
    import: string;
    n: number;
    record: string;
    at: string;
    act: string;
    stamp: string;
    groups: string;
  };
  draft: { user: string; form: string; record: string; part: string; title: string; data: string; at: string };
  paper_copy: {
    kind: string;
    subject: string;
    part: string;
    copy: number;
    language: string;
    purpose: string;
    way: string;
    user: string;
    at: string;
  };
  audit: {
    n: number;
    at: string;
    user: string;
    method: string;
    record: string | null;
    outcome: string;
    prev: Bytes;
    hash: Bytes;
  };
  record: {
    rowid: number;
    id: Bytes;
    at: string;
    owner: string | null;
    title: string;
    number: string;
    sort: string;
    updated: string;
    voided: number;
    conflict: number;
    stub: number;
  };
  record_fts: { rowid: number; fold: string };
  forum: {
    id: Bytes;
    name: string;
    place: string;
    status: string;
    founded: string | null;
    /** Active, observers left out; women and men of them, where the sex is known. */
    members: number;
    women: number;
    men: number;
    /** Women among chair, vice-chair and secretary. */
    leading_women: number;
    /** Id of the serving office's record, as another office may have sent any text; empty for none. */
    site: string;
    /** Earliest beginning of a term that ends by the rule; earliest end that was agreed. */
    term_from: string | null;
    term_until: string | null;
  };
  meeting: {
    id: Bytes;
    forum: Bytes;
    year: number;
    number: number;
    type: string;
    status: string;
    date: string;
    /** `HH:MM`, or empty. */
    start: string;
    /** Of the members, themselves or by a substitute. */
    present: number;
    /** Of these, women. */
    women: number;
    /** Members of that day; 0 where nobody's attendance was recorded. */
    expected: number;
    /** Whether it was reached; null where none was needed. */
    quorum: number | null;
    /** Day of the last approval or correction, or empty. */
    approved: string;
  };
  meeting_action: {
    meeting: Bytes;
    element: string;
    what: string;
    /** `what` as searches see it. */
    fold: string;
    responsible: string;
    due: string;
    status: string;
    told: string;
    since: string;
    note: string;
    issue: string;
    plan: string;
  };
  meeting_issue: { meeting: Bytes; element: string; issue: string; record: string };
  issue: {
    id: Bytes;
    /** Its id as text, as rows of meetings name it. */
    ref: string;
    forum: Bytes;
    code: string;
    time: string;
    place: string;
    /** Both null where they are kept at the office. */
    other: string | null;
    spot: string | null;
    status: string;
    status_on: string | null;
    raised: string;
    raised_by: string | null;
    /** Record id of a plan, or empty. */
    plan: string;
  };
  plan: {
    id: Bytes;
    forum: Bytes;
    year: number;
    number: number;
    title: string;
    status: string;
    starts: string;
    ends: string;
    /** Days of the endorsement and of the last review. */
    endorsed: string | null;
    reviewed: string | null;
  };
  plan_session: { plan: Bytes; session: string; kind: string };
  /** `first`, `last`: scores; `scored`: day of the last one. */
  plan_problem: {
    plan: Bytes;
    element: string;
    issue: string;
    rank: number;
    first: number;
    last: number;
    scorings: number;
    scored: string;
  };
  /** `agreed`: the deadline of the plan; `due`: that, or the later one it was put off to. */
  plan_action: {
    plan: Bytes;
    element: string;
    problem: string;
    type: string;
    responsible: string;
    what: string;
    agreed: string;
    due: string;
    status: string;
    done: string | null;
  };
  dispute: {
    id: Bytes;
    number: string;
    intake: string;
    main_type: string;
    stage: string;
    district: string;
    claimant: string | null;
    parties: number;
    steps: number;
  };
  dispute_mediator: { dispute: Bytes; user: string };
  site: {
    id: Bytes;
    kind: string;
    name: string;
    place: string;
    lat: number | null;
    lon: number | null;
    status: string;
    women: number;
    men: number;
  };
  asset: {
    id: Bytes;
    kind: string;
    name: string;
    mark: string;
    place: string;
    site: Bytes | null;
    status: string;
    condition: string;
    handed: string;
    checked: string;
  };
  training: {
    id: Bytes;
    title: string;
    audience: string;
    edition: string;
    mode: string;
    status: string;
    place: string;
    forum: Bytes | null;
    first_day: string | null;
    last_day: string | null;
    minutes: number;
    people: number;
    women: number;
    follow_up: string | null;
  };
  mapping: {
    id: Bytes;
    forum: Bytes | null;
    place: string;
    date: string;
    people: string;
    round: number;
    closed: string | null;
  };
  user_account: { id: string; node: string; display_name: string; roles: string };
  /** `periods`: JSON list of RulePeriod. */
  rule: { id: Bytes; key: string; periods: string };
  partner: { id: Bytes; name_en: string; name_ar: string; name_ckb: string; kind: string; active: number };
  place: {
    id: Bytes;
    code: string;
    name_en: string;
    name_ar: string;
    name_ckb: string;
    level: number;
    parent: string;
    /** In millionths of a degree. */
    lat: number;
    lon: number;
    authority: string;
    active: number;
  };
};
