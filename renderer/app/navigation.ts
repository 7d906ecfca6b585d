import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconArrowsSplit2,
  IconArrowsTransferUp,
  IconBooks,
  IconBuilding,
  IconBuildingCommunity,
  IconCar,
  IconChartBar,
  IconClipboardList,
  IconDeviceFloppy,
  IconHome,
  IconInfoCircle,
  IconListCheck,
  IconMap2,
  IconMessages,
  IconScale,
  IconSchool,
  IconSettings,
  IconShieldCheck,
  IconTargetArrow,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react';
import type { SessionState } from '#shared/contract/session.ts';
import type { Permission } from '#shared/domain/permissions.ts';

export type NavItem = {
  readonly to: string;
  /** Last part of `common:nav.<key>`. */
  readonly key: string;
  readonly icon: TablerIcon;
};

type Offered = NavItem & { readonly needs?: Permission; readonly only?: (session: SessionState) => boolean };

const all: readonly Offered[] = [
  { to: '/', key: 'home', icon: IconHome },
  { to: '/forums', key: 'forums', icon: IconUsersGroup, needs: 'policing.read' },
  { to: '/meetings', key: 'meetings', icon: IconMessages, needs: 'policing.read' },
  { to: '/trainings', key: 'trainings', icon: IconSchool, needs: 'policing.read' },
  { to: '/issues', key: 'issues', icon: IconAlertTriangle, needs: 'policing.read' },
  { to: '/promises', key: 'promises', icon: IconListCheck, needs: 'policing.read' },
  { to: '/sites', key: 'sites', icon: IconBuildingCommunity, needs: 'policing.read' },
  { to: '/assets', key: 'assets', icon: IconCar, needs: 'policing.read' },
  { to: '/plans', key: 'plans', icon: IconTargetArrow, needs: 'policing.read' },
  { to: '/mappings', key: 'mappings', icon: IconMap2, needs: 'policing.read' },
  { to: '/figures', key: 'figures', icon: IconChartBar, needs: 'figures.read' },
  { to: '/disputes', key: 'disputes', icon: IconScale, needs: 'hlp.read' },
  {
    to: '/transfers',
    key: 'transfers',
    icon: IconArrowsTransferUp,
    needs: 'record.transfer',
    only: ({ node }) => node?.kind === 'office',
  },
  { to: '/conflicts', key: 'conflicts', icon: IconArrowsSplit2, needs: 'record.resolve' },
  { to: '/exchange', key: 'exchange', icon: IconArrowsExchange, needs: 'exchange.read' },
  {
    to: '/offices',
    key: 'offices',
    icon: IconBuilding,
    needs: 'exchange.read',
    only: ({ node }) => node?.kind !== 'office',
  },
  {
    to: '/enrolment',
    key: 'enrolment',
    icon: IconShieldCheck,
    needs: 'enrol',
    only: ({ node }) => node?.kind !== 'directorate',
  },
  { to: '/users', key: 'users', icon: IconUsers, needs: 'users.manage' },
  { to: '/backup', key: 'backup', icon: IconDeviceFloppy, needs: 'backup' },
  { to: '/audit', key: 'audit', icon: IconClipboardList, needs: 'audit.read' },
  { to: '/reference', key: 'reference', icon: IconBooks },
  { to: '/settings', key: 'settings', icon: IconSettings },
  { to: '/about', key: 'about', icon: IconInfoCircle },
];

/** What this person is offered at this node. */
export const navigationFor = (session: SessionState): readonly NavItem[] =>
  all.filter(
    ({ needs, only }) =>
      (needs === undefined || session.user?.permissions.includes(needs)) && (only === undefined || only(session)),
  );
