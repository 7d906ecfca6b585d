/** @file An input that each method accepts, so that what is refused is refused for what a test is about. */
import { contract, type InputOf, type MethodName } from '#shared/contract/contract.ts';
import type { PeopledOffice } from './peopled-office.ts';
import { sampleDispute, sampleForum, sampleMeeting } from './samples.ts';
import { testPassphrase } from './test-app.ts';

type Inputs = { readonly [M in MethodName]: Omit<InputOf<M>, 'commandId'> };

/** Heads that no record has: the command gets past its input and is refused as stale, so that records stay as they are. */
export const staleHeads = { void: ['A'.repeat(22)] };
const noToken = 'A'.repeat(32);
const heads = staleHeads;
const nobody = '00000000-0000-7000-8000-000000000000';
const fingerprint = '0000 0000 0000 0000 0000 0000';

/** Fresh element ids each time. Nothing in it disturbs the office: files are unknown, users spare, heads stale. */
export function createInputs({ ids }: Pick<PeopledOffice, 'ids'>): Inputs {
  return {
    'session.state': {},
    'home.init': { kind: 'office', name: 'office', user: 'x', passphrase: testPassphrase },
    'home.confirmRecovery': { code: 'x' },
    'session.unlock': { user: 'policing_clerk', passphrase: testPassphrase },
    'session.recover': { code: 'x', user: 'x', passphrase: testPassphrase },
    'session.lock': {},
    'session.active': {},
    'session.changePassphrase': { current: testPassphrase, next: testPassphrase },
    'backup.status': {},
    'backup.write': { to: noToken },
    'backup.stage': { name: 'x', data: 'eA==' },
    'backup.restore': { file: noToken, user: 'x', passphrase: testPassphrase },
    'settings.get': {},
    'settings.setLanguage': { language: 'ar-IQ', digits: 'latin' },
    'settings.setIdle': { idleMinutes: 5 },
    'users.list': {},
    'users.create': { loginName: 'auditor', displayName: 'x', roles: ['auditor'], passphrase: testPassphrase },
    'users.edit': { userId: nobody, displayName: 'x', roles: ['auditor'], heads },
    'users.resetPassphrase': { userId: nobody, passphrase: testPassphrase },
    'users.disable': { userId: nobody },
    'enrol.request': {},
    'enrol.readRequest': { file: noToken },
    'enrol.accept': { file: noToken, fingerprint },
    'enrol.readAnswer': { file: noToken },
    'enrol.install': { file: noToken, fingerprint },
    'enrol.fingerprints': {},
    'exchange.status': {},
    'exchange.write': { peer: 'none' },
    'exchange.takeIn': { files: [noToken] },
    'exchange.inspect': { file: noToken },
    'exchange.history': {},
    'exchange.setAside': {},
    'exchange.retry': {},
    'exchange.confirmClock': {},
    'exchange.waybill': { node: nobody, bundleNumber: 1 },
    'exchange.digest': {},
    'exchange.verify': {},
    'sticks.list': {},
    'sticks.contents': { peer: 'none' },
    'sticks.bundlesOn': { stick: noToken },
    'sticks.preview': { files: [noToken] },
    'notices.list': {},
    'notices.dismiss': { noticeId: 0 },
    'enrol.move': { node: nobody, under: nobody },
    'files.stage': { name: 'x.cpb', data: 'eA==', last: true },
    'files.piece': { token: noToken, offset: 0 },
    'records.history': { recordId: ids.dispute },
    'records.heads': { recordId: ids.dispute },
    'records.void': { recordId: ids.dispute, reason: 'x', heads },
    'records.conflicts': {},
    'records.resolve': { recordId: ids.dispute, group: 'stage', keep: 'A'.repeat(22), heads },
    'records.resolveMany': {
      choices: [{ recordId: ids.dispute, group: 'stage', keep: 'A'.repeat(22), heads: ['A'.repeat(22)] }],
    },
    'records.settled': {},
    'records.undoResolve': { recordId: ids.dispute, group: 'stage', back: 'A'.repeat(22), heads },
    'home.overview': { today: '2026-03-01' },
    'audit.list': {},
    'audit.record': { recordId: ids.dispute },
    'drafts.put': { form: 'dispute', recordId: null, title: 'x', data: '{}' },
    'drafts.get': { form: 'dispute', recordId: null },
    'drafts.list': {},
    'drafts.discard': { form: 'dispute', recordId: null },
    'forums.list': {},
    'forums.get': { forumId: ids.forum },
    'forums.create': { fields: sampleForum() },
    'forums.edit': { forumId: ids.forum, fields: sampleForum({ name: 'x' }), heads },
    'meetings.list': {},
    'meetings.get': { meetingId: ids.meeting },
    'meetings.create': { forumId: ids.forum, fields: sampleMeeting([ids.member]) },
    'meetings.edit': { meetingId: ids.meeting, fields: sampleMeeting([ids.member]), heads },
    'disputes.list': {},
    'disputes.get': { disputeId: ids.dispute },
    'disputes.open': { fields: sampleDispute() },
    'disputes.edit': { disputeId: ids.dispute, fields: sampleDispute(), heads },
    'disputes.move': { disputeId: ids.dispute, to: 'screening', date: '2026-02-12', heads },
    'disputes.addStep': { disputeId: ids.dispute, kind: 'other', date: '2026-02-12', text: 'x' },
    'disputes.assign': { disputeId: ids.dispute, mediators: [nobody], heads },
    'disputes.mediators': {},
    'transfers.nodes': {},
    'transfers.list': {},
    'transfers.offer': { disputeId: ids.dispute, to: nobody, reason: 'other' },
    'transfers.accept': { disputeId: ids.dispute, offer: 'A'.repeat(22) },
    'transfers.return': { disputeId: ids.dispute, offer: 'A'.repeat(22), reason: 'other' },
    'transfers.withdraw': { disputeId: ids.dispute, offer: 'A'.repeat(22) },
    'sharing.nodes': { disputeId: ids.dispute },
    'sharing.share': { disputeId: ids.dispute, with: nobody },
    'sharing.stop': { disputeId: ids.dispute, with: nobody },
    'devices.list': {},
    'devices.changes': { device: 'A'.repeat(22) },
    'devices.revoke': { device: 'A'.repeat(22), after: 'everything-received' },
    'attachments.of': { recordId: ids.dispute },
    'attachments.add': { recordId: ids.dispute, name: 'x.jpg', file: noToken },
    'attachments.remove': { recordId: ids.dispute, attachmentId: nobody, heads },
    'attachments.piece': { recordId: ids.dispute, attachmentId: nobody },
    'reference.lists': {},
    'reference.places': {},
    'host.capabilities': {},
    'host.pickFiles': { kind: 'bundle' },
    'host.pickBackup': {},
    'host.pickFolder': {},
  };
}

/** Every method name, in the order of the contract. */
export const methodNames = Object.keys(contract) as MethodName[];
