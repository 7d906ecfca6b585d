/** @file All sentences of Central Kurdish; imported as a whole, so that a build puts each language into one chunk. */
import about from './ckb-IQ/about.json' with { type: 'json' };
import actions from './ckb-IQ/actions.json' with { type: 'json' };
import attachments from './ckb-IQ/attachments.json' with { type: 'json' };
import backup from './ckb-IQ/backup.json' with { type: 'json' };
import cli from './ckb-IQ/cli.json' with { type: 'json' };
import common from './ckb-IQ/common.json' with { type: 'json' };
import coverage from './ckb-IQ/coverage.json' with { type: 'json' };
import demo from './ckb-IQ/demo.json' with { type: 'json' };
import devices from './ckb-IQ/devices.json' with { type: 'json' };
import disputes from './ckb-IQ/disputes.json' with { type: 'json' };
import enrolment from './ckb-IQ/enrolment.json' with { type: 'json' };
import errors from './ckb-IQ/errors.json' with { type: 'json' };
import exchange from './ckb-IQ/exchange.json' with { type: 'json' };
import fields from './ckb-IQ/fields.json' with { type: 'json' };
import figures from './ckb-IQ/figures.json' with { type: 'json' };
import forums from './ckb-IQ/forums.json' with { type: 'json' };
import history from './ckb-IQ/history.json' with { type: 'json' };
import holdings from './ckb-IQ/holdings.json' with { type: 'json' };
import home from './ckb-IQ/home.json' with { type: 'json' };
import imports from './ckb-IQ/imports.json' with { type: 'json' };
import issues from './ckb-IQ/issues.json' with { type: 'json' };
import mappings from './ckb-IQ/mappings.json' with { type: 'json' };
import meetings from './ckb-IQ/meetings.json' with { type: 'json' };
import notices from './ckb-IQ/notices.json' with { type: 'json' };
import reference from './ckb-IQ/reference.json' with { type: 'json' };
import papers from './ckb-IQ/papers.json' with { type: 'json' };
import plans from './ckb-IQ/plans.json' with { type: 'json' };
import session from './ckb-IQ/session.json' with { type: 'json' };
import sticks from './ckb-IQ/sticks.json' with { type: 'json' };
import trainings from './ckb-IQ/trainings.json' with { type: 'json' };
import transfers from './ckb-IQ/transfers.json' with { type: 'json' };
import users from './ckb-IQ/users.json' with { type: 'json' };
import type { LanguageResources } from './namespaces.ts';

export const resources: LanguageResources = {
  common,
  session,
  home,
  figures,
  forums,
  mappings,
  meetings,
  imports,
  issues,
  actions,
  holdings,
  coverage,
  papers,
  plans,
  disputes,
  trainings,
  attachments,
  exchange,
  enrolment,
  sticks,
  users,
  backup,
  transfers,
  devices,
  notices,
  history,
  reference,
  errors,
  fields,
  demo,
  cli,
  about,
};
