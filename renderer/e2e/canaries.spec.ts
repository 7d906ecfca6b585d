/**
 * @file Every paper, printed at an office where each field that stays there holds a canary. On papers that others get
 * there is none. On those that name people because they must, there are exactly the ones told here: a further one fails.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Canary } from '#core/testing/canaries.ts';
import type { CanaryHome } from '#core/testing/canary-home.ts';
import { canaryMarker, canaryWord } from '#core/testing/canary-text.ts';
import { PAPER_KINDS, type PaperKind, type PaperRef, paperPath } from '#shared/domain/papers.ts';
import type { Language } from '#shared/text/languages.ts';
import { demoPassphrase, demoUser } from './harness/demo.ts';
import { ask } from './harness/direct.ts';
import { type Installation, newFolder } from './harness/host.ts';
import { open } from './harness/picture.ts';
import { printedBy } from './harness/printed.ts';
import { expect, test } from './harness/test.ts';
import type { Desk } from './screens/desk.ts';

/** What of the office's own stands on a paper, `<type>.<group>.<field>`. */
const told: Readonly<Record<PaperKind, readonly string[]>> = {
  // Strangers read these, or authorities, or whoever passes a notice board.
  waybill: [],
  invitation: [],
  answers: [],
  plan: [],
  // Kept in the file of the office, or handed to the people they name.
  minutes: ['forum.memberName.name', 'meeting.substituteName.name'],
  members: ['forum.memberName.name', 'forum.memberName.phone'],
  certificate: ['training.participantName.name', 'training.trainerName.name'],
  handover: ['asset.handoverNames.giver', 'asset.handoverNames.receiver', 'asset.handoverNames.witness'],
};

for (const language of ['ar-IQ', 'ckb-IQ'] as const) {
  test.describe(`canaries on papers in ${language}`, () => {
    test.use({ language });

    test('stand on none that leaves', async ({ installed, sitDown }) => {
      test.setTimeout(240_000);
      const folder = newFolder();
      const home = plant(folder);
      const papers = papersOf(home);
      const office = await installed(folder);
      await ask(office, 'session.unlock', { user: demoUser, passphrase: demoPassphrase });
      const desk = await sitDown(office);
      for (const kind of PAPER_KINDS) {
        const drawn = await drawnOn(desk, office, papers[kind], language);
        const found = home.canaries.filter(({ text }) => drawn.includes(text)).map(fieldOf);
        expect.soft([...new Set(found)].toSorted(), kind).toEqual(told[kind]);
        expect.soft(drawn.includes(canaryWord), `${kind} bears a canary`).toBe(told[kind].length > 0);
      }
    });
  });
}

const fieldOf = ({ text }: Canary): string => text.slice(canaryMarker.length + 1);

/** An office full of canaries, closed. */
function plant(folder: string): CanaryHome {
  const script = path.join(import.meta.dirname, '../../electron/core/testing/canary-home.ts');
  return JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as CanaryHome;
}

function papersOf({ records, directorate, bundle }: CanaryHome): Readonly<Record<PaperKind, PaperRef>> {
  const { ids, planned, participant, handover } = records;
  const paper = (kind: PaperKind, of = '', part = ''): PaperRef => ({ kind, of, part });
  return {
    waybill: paper('waybill', directorate, String(bundle)),
    invitation: paper('invitation', planned),
    minutes: paper('minutes', ids.meeting),
    answers: paper('answers', ids.forum),
    plan: paper('plan', ids.plan),
    members: paper('members', ids.forum),
    certificate: paper('certificate', ids.training, participant),
    handover: paper('handover', ids.asset, handover),
  };
}

/** All that is on it: as the screen draws it, with what is hidden from eyes, and as both readers of PDFs find it. */
async function drawnOn(desk: Desk, office: Installation, paper: PaperRef, language: Language): Promise<string> {
  await open(desk, paperPath(paper, language));
  const article = desk.page.locator(`article.paper[lang="${language}"]`);
  await expect(article.locator('h2')).toBeVisible();
  await expect(article).toContainText(/\d/);
  await expect(desk.page.locator('.paper-sheets canvas').first()).toBeVisible({ timeout: 60_000 });
  const printed = await printedBy(office, paper, language, `canaries-${paper.kind}`);
  return [await article.innerHTML(), await desk.page.title(), ...printed.texts, printed.byPdfium].join('\n');
}
