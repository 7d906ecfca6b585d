/** @file All sentences of English; imported as a whole, so that a build puts each language into one chunk. */
import about from './en/about.json' with { type: 'json' };
import actions from './en/actions.json' with { type: 'json' };
import attachments from './en/attachments.json' with { type: 'json' };
import backup from './en/backup.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import coverage from './en/coverage.json' with { type: 'json' };
import demo from './en/demo.json' with { type: 'json' };
import devices from './en/devices.json' with { type: 'json' };
import disputes from './en/disputes.json' with { type: 'json' };
import enrolment from './en/enrolment.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import exchange from './en/exchange.json' with { type: 'json' };
import fields from './en/fields.json' with { type: 'json' };
import figures from './en/figures.json' with { type: 'json' };
import forums from './en/forums.json' with { type: 'json' };
import history from './en/history.json' with { type: 'json' };
import holdings from './en/holdings.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import imports from './en/imports.json' with { type: 'json' };
import issues from './en/issues.json' with { type: 'json' };
import mappings from './en/mappings.json' with { type: 'json' };
import meetings from './en/meetings.json' with { type: 'json' };
import notices from './en/notices.json' with { type: 'json' };
import reference from './en/reference.json' with { type: 'json' };
import papers from './en/papers.json' with { type: 'json' };
import plans from './en/plans.json' with { type: 'json' };
import session from './en/session.json' with { type: 'json' };
import sticks from './en/sticks.json' with { type: 'json' };
import trainings from './en/trainings.json' with { type: 'json' };
import transfers from './en/transfers.json' with { type: 'json' };
import users from './en/users.json' with { type: 'json' };
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
