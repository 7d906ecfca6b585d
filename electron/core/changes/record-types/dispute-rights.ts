/** @file Groups of a dispute about what it is about: property, claims to it, who held it, and the papers that prove it. */
import { attachment, open, openSet, restricted, restrictedSet } from './record-spec.ts';

export const disputeRights = {
  property: openSet({ type: 'text?', condition: 'text?' }),
  propertyPlace: restrictedSet(3, { place: 'text?', description: 'text' }),
  /** `block` is the muqataa; coordinates in hundred-thousandths of a degree; `area` in square metres. */
  propertyDetail: restrictedSet(31, {
    north: 'text',
    south: 'text',
    east: 'text',
    west: 'text',
    landmarks: 'text',
    plot: 'text',
    block: 'text',
    registry: 'text',
    area: 'int?',
    lat: 'int?',
    lon: 'int?',
  }),
  /** A right that a party says to have. `property` and `party` are elements. */
  claim: openSet({ property: 'text', party: 'text', tenure: 'text' }),
  /** `num`/`den`: the share claimed, both null where the party claims all; `strength`: code of `evidence_strength`. */
  claimText: restrictedSet(11, {
    num: 'int?',
    den: 'int?',
    since: 'text?',
    until: 'text?',
    basis: 'text',
    strength: 'text?',
  }),
  /** Who held the property, when and how: `party` an element where the holder is one of the parties. */
  holder: restrictedSet(12, {
    property: 'text',
    party: 'text?',
    name: 'text',
    from: 'text?',
    to: 'text?',
    how: 'text',
    document: 'text?',
  }),
  /** `date`: the day on the paper. `property` and `party`: elements it belongs to. */
  document: openSet({ type: 'text', date: 'text?', state: 'text', property: 'text?', party: 'text?' }),
  /** `where`: where the original is; `files`: elements of `paper`. */
  documentText: restrictedSet(13, {
    number: 'text',
    issuer: 'text',
    where: 'text',
    condition: 'text',
    note: 'text',
    files: 'texts',
  }),
  /** Originals kept safe for a party: `documents` are elements; `returned` the day they went back. */
  keeping: restrictedSet(14, { number: 'text', date: 'text', party: 'text', documents: 'texts', returned: 'text?' }),
  /** `registry`: `done`, `requested` or `not_possible`; `siteVisit`: `done` or `waived`. */
  checks: open({ registry: 'text?', registryOn: 'text?', siteVisit: 'text?', siteVisitOn: 'text?' }),
  checksNote: restricted(15, { registry: 'text', siteVisit: 'text' }),
  paper: restrictedSet(6, attachment),
} as const;
