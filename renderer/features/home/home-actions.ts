import {
  IconArrowsExchange,
  IconBuilding,
  IconClipboardList,
  IconMessagePlus,
  IconScale,
  IconUserPlus,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { SessionState } from '#shared/contract/session.ts';
import type { Permission } from '#shared/domain/permissions.ts';

export type HomeAction = { readonly to: string; readonly label: string; readonly icon: TablerIcon };

type Offered = HomeAction & { readonly needs: Permission; readonly at: 'office' | 'above' | 'all' };

/** In order of use; the first three that apply are shown. */
const all: readonly Offered[] = [
  { to: '/forums', label: 'home:action.meeting', icon: IconMessagePlus, needs: 'policing.write', at: 'office' },
  { to: '/disputes/new', label: 'home:action.dispute', icon: IconScale, needs: 'hlp.write', at: 'office' },
  { to: '/offices', label: 'home:action.offices', icon: IconBuilding, needs: 'exchange.read', at: 'above' },
  { to: '/exchange', label: 'home:action.exchange', icon: IconArrowsExchange, needs: 'exchange.read', at: 'all' },
  { to: '/forums/new', label: 'home:action.forum', icon: IconUsersGroup, needs: 'policing.write', at: 'office' },
  { to: '/meetings', label: 'home:action.meetings', icon: IconMessagePlus, needs: 'policing.read', at: 'all' },
  { to: '/disputes', label: 'home:action.disputes', icon: IconScale, needs: 'hlp.read', at: 'all' },
  { to: '/users', label: 'home:action.users', icon: IconUserPlus, needs: 'users.manage', at: 'all' },
  { to: '/audit', label: 'home:action.audit', icon: IconClipboardList, needs: 'audit.read', at: 'all' },
];

export function actionsFor({ user, node }: SessionState): readonly HomeAction[] {
  const here = node?.kind === 'office' ? 'office' : 'above';
  return all.filter(({ needs, at }) => user?.permissions.includes(needs) && (at === 'all' || at === here)).slice(0, 3);
}
