/** @file All sentences of Iraqi Arabic; imported as a whole, so that a build puts each language into one chunk. */
import about from './ar-IQ/about.json' with { type: 'json' };
import actions from './ar-IQ/actions.json' with { type: 'json' };
import attachments from './ar-IQ/attachments.json' with { type: 'json' };
import backup from './ar-IQ/backup.json' with { type: 'json' };
import cli from './ar-IQ/cli.json' with { type: 'json' };
import common from './ar-IQ/common.json' with { type: 'json' };
import coverage from './ar-IQ/coverage.json' with { type: 'json' };
import demo from './ar-IQ/demo.json' with { type: 'json' };
import devices from './ar-IQ/devices.json' with { type: 'json' };
import disputes from './ar-IQ/disputes.json' with { type: 'json' };
import enrolment from './ar-IQ/enrolment.json' with { type: 'json' };
import errors from './ar-IQ/errors.json' with { type: 'json' };
import exchange from './ar-IQ/exchange.json' with { type: 'json' };
import fields from './ar-IQ/fields.json' with { type: 'json' };
import figures from './ar-IQ/figures.json' with { type: 'json' };
import forums from './ar-IQ/forums.json' with { type: 'json' };
import history from './ar-IQ/history.json' with { type: 'json' };
import holdings from './ar-IQ/holdings.json' with { type: 'json' };
import home from './ar-IQ/home.json' with { type: 'json' };
import imports from './ar-IQ/imports.json' with { type: 'json' };
import issues from './ar-IQ/issues.json' with { type: 'json' };
import mappings from './ar-IQ/mappings.json' with { type: 'json' };
import meetings from './ar-IQ/meetings.json' with { type: 'json' };
import notices from './ar-IQ/notices.json' with { type: 'json' };
import reference from './ar-IQ/reference.json' with { type: 'json' };
import papers from './ar-IQ/papers.json' with { type: 'json' };
import plans from './ar-IQ/plans.json' with { type: 'json' };
import session from './ar-IQ/session.json' with { type: 'json' };
import sticks from './ar-IQ/sticks.json' with { type: 'json' };
import trainings from './ar-IQ/trainings.json' with { type: 'json' };
import transfers from './ar-IQ/transfers.json' with { type: 'json' };
import users from './ar-IQ/users.json' with { type: 'json' };
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
