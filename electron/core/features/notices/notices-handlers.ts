import type { HandlersOf, HomeContext } from '#core/context.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { dismissNotice, listNotices, type Notice as Stored } from '#core/exchange/notices.ts';
import type { Notice } from '#shared/contract/notices.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

export const noticeHandlers: HandlersOf<'notices'> = {
  'notices.list': async (context, { all }) => {
    const shown = listNotices(context.home.store.raw).filter(({ seen }) => all || !seen);
    return ok(shown.map((notice) => toNotice(context, notice)));
  },
  'notices.dismiss': async ({ home, refresh }, { noticeId }) => {
    if (!dismissNotice(home.store.raw, noticeId)) return err(refusal('notice/not-found', {}));
    refresh(['notices', 'exchange']);
    return ok(null);
  },
};

function toNotice({ home }: HomeContext, { n, kind, peer, detail, at, seen }: Stored): Notice {
  const { rosters } = home;
  const device = peer ?? rosters.self().device;
  const node = rosters.current()?.devicesById.get(toBase64Url(device))?.cert.node ?? null;
  return {
    id: n,
    kind,
    node,
    device: toHex(device),
    name: rosters.nodeName(node) || rosters.self().name,
    date: detail.date ?? at,
    number: detail.number ?? 0,
    at,
    seen,
  };
}
