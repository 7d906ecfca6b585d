/**
 * @file Loaded before every script (`node --import ./build/require-node.js ...`), so that an old Node answers with a
 * sentence instead of a stack trace. Plain JavaScript because an old Node cannot read anything else (docs/adr/0001).
 */
const lowestMajor = 24;

if (Number.parseInt(process.versions.node, 10) < lowestMajor) {
  process.stderr.write(
    `Jisr needs Node ${lowestMajor}, this is Node ${process.versions.node}: run "npm ci" without --omit=optional on 64-bit Linux or Windows (it brings the right Node along), or install Node ${lowestMajor}.\n`,
  );
  process.exit(2);
}
