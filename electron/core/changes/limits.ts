/**
 * @file Every limit of the change and bundle formats (docs/bundle-format.md, "Limits"). A reader checks them before it
 * allocates, a writer before it writes.
 */
const KiB = 1024;
const MiB = 1024 * KiB;

export const limits = {
  /** Nesting of objects and arrays; a scalar has depth 0, `{}` has 1. */
  jsonDepth: 8,
  /** UTF-16 code units of one string, where a format does not say otherwise. */
  stringLength: 64 * KiB,

  changeHeaderBytes: 16 * KiB,
  changePayloadBytes: 256 * KiB,
  /** More groups in one action: several changes in one transaction. */
  groupsPerChange: 128,
  predecessorsPerGroup: 64,

  ageHeaderBytes: 16 * KiB,
  ageStanzas: 24,
  /** Stanzas of every bundle, filled up with throw-away recipients. */
  paddedStanzas: 4,

  bundleFileBytes: 1024 * MiB,
  bundleHeaderBytes: 256 * KiB,
  sectionsPerBundle: 256,
  blobPartsPerBundle: 1000,
  sectionRawBytes: 64 * MiB,
  /** Raw over compressed length of one section; a window of 2^23 may be filled for nothing. */
  compressionRatio: 200,
  zstdWindowLog: 23,
  changesPerSection: 20_000,
  /** Where the writer cuts: smaller than what the reader takes, so that a cut file loses little. */
  writtenSectionRawBytes: 2 * MiB,
  rejectsPerAck: 1000,
  appVersionLength: 40,
  smallestBundleBytes: 64 * KiB,

  attachmentBytes: 20_000_000,
  previewBytes: 40_000,
  /** Ciphertext of one blob: an attachment with room for its own encryption and padding, or a parcel. */
  blobBytes: 40_000_000,
  /** The pieces in which blobs travel are multiples of this, counted from their beginning. */
  blobPartBytes: MiB,
  blobsInControl: 1000,
  rangesOfBlob: 64,

  rosterNodes: 10_000,
  rosterDevices: 10_000,
  movesPerNode: 100,
  incarnationsPerDevice: 1000,
  rosterBytes: 16 * MiB,
  enrolmentRequestBytes: 16 * KiB,
  enrolmentAnswerBytes: 64 * MiB,
} as const;
