import { expect, test } from 'vitest';
import { read } from '../test/sources';
import adminId from './admin.id.json';
import callsId from './calls.id.json';
import common from './id.json';
import indicatorsId from './indicators.id.json';
import merataId from './merata.id.json';
import mobmasId from './mobmas.id.json';
import monevId from './monev.id.json';
import ridesId from './rides.id.json';

/** Those of the admin pages, of 112, of Merata, of Monev and of Mobmas come with these pages, and no citizen meets them. */
const id = { ...common, ...adminId, ...callsId, ...merataId, ...mobmasId, ...indicatorsId, ...monevId, ...ridesId };

/** What the server says by a word that people read in their language: a schema of the contract, the keys, and what needs no text of its own. */
const spoken: [schema: string, prefix: string, except?: string[]][] = [
  ['ReportStatus', 'status'],
  ['ReportStep', 'step'],
  ['Outcome', 'outcome'],
  ['ReportEventType', 'event', ['statusChanged']], // told as the status that it led to
  ['ClosingReason', 'reason'],
  ['RatingReason', 'ratingReason'],
  ['PrivacyActKind', 'privacyAct'],
  ['Occasion', 'occasion'],
  ['Recipient', 'recipient'],
  ['Medium', 'medium'],
  ['SpokenLanguage', 'language'],
  ['CallKind', 'callKind'],
  ['MarkKind', 'markKind'],
  ['UnitRole', 'unitRole'],
  ['UnitStep', 'unitStep'],
  ['DispatchEventType', 'dispatchEvent'],
  ['CarPurpose', 'carPurpose'],
  ['CarRequestStatus', 'carStatus'],
  ['CarRefusal', 'carRefusal'],
  ['CarRequestEventKind', 'carEvent'],
  ['CarState', 'carState'],
  ['CarPaper', 'carPaper'],
  ['CarEventKind', 'carChange'],
  ['WorkStage', 'workStage'],
  ['WorkKind', 'workKind'],
  ['WorkPhotoTag', 'workPhoto'],
  ['WorkDocumentKind', 'workDocument'],
  ['WorkEventKind', 'workEvent'],
  ['CarRequestChannel', 'carChannel'],
  ['FindingAspect', 'findingAspect'],
  ['FindingGrade', 'findingGrade'],
  ['FindingState', 'findingState'],
  ['FindingStep', 'findingStep'],
  ['FindingStep', 'findingDo', ['record', 'escalate']], // by a form of its own, and by the clock
  ['Deviation', 'deviation'],
  ['Measure', 'measure'],
  ['Measure', 'measureUnit'],
  ['IndicatorGroup', 'indicator.group'],
  ['IndicatorUnit', 'indicator.unit'],
  ['IndicatorAim', 'indicator.aim'],
  ['IndicatorAim', 'indicator.target'],
  ['IndicatorVerdict', 'indicator.verdict'],
  ['WebhookState', 'webhook.state'],
  ['WebhookTrouble', 'webhook.trouble'],
  ['DeliveryState', 'deliveryState'],
];

/** Codes that tell a programmer of a client what it did wrong; ours does not, and people would read the general sentence. */
const forProgrammers = [
  'bad_request',
  'exports_busy',
  'invalid_token',
  'not_for_clients',
  'scope_required',
  'malformed_json',
  'unknown_field',
  'duplicate_field',
  'wrong_type',
  'unknown_parameter',
  'unknown_value',
  'too_many',
  'one_change',
  'invalid_cursor',
  'unsupported_media_type',
  'not_acceptable',
  'method_not_allowed',
  'idempotency_key_required',
  'idempotency_key_invalid',
  'if_match_invalid',
  'invalid_signature',
  'unknown_question',
  'use_disposisi',
];

test.each(spoken)('Every %s of the contract has a text', (schema, prefix, except = []) => {
  const values = new RegExp(`^ +${schema}: ((?:"\\w+"(?: \\| )?)+);`, 'm').exec(read('api/schema.d.ts'))?.[1];
  const words = [...(values ?? '').matchAll(/"(\w+)"/g)].map(([, word = '']) => word);
  expect(words.length).toBeGreaterThan(1);
  expect(words.filter((it) => !except.includes(it) && !(`${prefix}.${it}` in id))).toEqual([]);
});

test('Every problem that people can meet has a text', () => {
  const codes = [...read('../../api/Platform/ProblemCodes.cs').matchAll(/\["(\w+)"\] = /g)].map(
    ([, code = '']) => code,
  );
  expect(codes.length).toBeGreaterThan(90);
  expect(codes.filter((it) => !forProgrammers.includes(it) && !(`problem.${it}` in id))).toEqual([]);
  expect(forProgrammers.filter((it) => !codes.includes(it))).toEqual([]);
});
