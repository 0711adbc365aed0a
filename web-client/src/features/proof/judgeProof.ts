import type { ReportProof } from '../../api/types';
import { day } from '../../i18n/format';
import { t } from '../../i18n/t';
import { fromBase64 } from './canonicalForm';
import { leadsTo } from './hashTree';
import { noteHolds, originHash, type ProvenRow, rowHash, same } from './historyRow';
import { isSignedBy } from './signedRoot';

export interface Judgement {
  /** In words; empty when the proof holds. */
  faults: string[];
  /** Rows below a signed root. */
  signed: number;
  /** Rows whose day is not closed yet: chained, but under no signature. */
  unsigned: number;
  /** Notes that were forgotten on their author's wish: only their digests remain. */
  forgotten: number;
  /** The last day that is signed, as `2026-11-24`. */
  signedUntil: string | undefined;
}

/** What somebody who trusts nothing but the keys can say of a proof; nothing is asked of any server. */
export async function judgeProof(proof: ReportProof): Promise<Judgement> {
  const signed = proof.rows.filter((it) => it.inclusion !== null);
  return {
    faults: [...(await walk(proof)), ...(await judgeRoots(proof)), ...(await judgeInclusions(proof, signed))],
    signed: signed.length,
    unsigned: proof.rows.length - signed.length,
    forgotten: proof.rows.filter((it) => it.noteSalt === null).length,
    signedUntil: signed
      .map((it) => it.inclusion?.date)
      .sort()
      .at(-1),
  };
}

/** Row by row: numbered without a gap, each naming the hash of the one before, each hash and note as they were. */
async function walk(proof: ReportProof): Promise<string[]> {
  if (proof.rows.length === 0) return [t('proof.noRows')];
  const faults: string[] = [];
  let previous = await originHash(proof);
  for (const [index, proven] of proof.rows.entries()) {
    const { row } = proven;
    const number = index + 1;
    if (row.reportId !== proof.reportId || row.sequence !== number) faults.push(t('proof.notInOrder', { number }));
    if (!same(previous, row.previousHash)) faults.push(t('proof.notChained', { number }));
    if (!same(await rowHash(proven), proven.hash)) faults.push(t('proof.rowChanged', { number }));
    if (!(await noteHolds(proven))) faults.push(t('proof.noteChanged', { number }));
    previous = fromBase64(proven.hash);
  }
  return faults;
}

async function judgeRoots({ roots, keys }: ReportProof): Promise<string[]> {
  const faults = roots.map(async (root) => {
    const key = keys.find((it) => it.id === root.keyId);
    return key && (await isSignedBy(root, key)) ? [] : [t('proof.badSignature', { day: day(root.date) })];
  });
  return (await Promise.all(faults)).flat();
}

async function judgeInclusions({ roots }: ReportProof, signed: ProvenRow[]): Promise<string[]> {
  const faults = signed.map(async ({ row, hash, inclusion }) => {
    const root = roots.find((it) => it.date === inclusion?.date);
    const holds =
      root &&
      inclusion &&
      (await leadsTo(
        fromBase64(root.root),
        fromBase64(hash),
        inclusion.index,
        root.count,
        inclusion.path.map(fromBase64),
      ));
    return holds ? [] : [t('proof.notIncluded', { number: row.sequence, day: inclusion ? day(inclusion.date) : '' })];
  });
  return (await Promise.all(faults)).flat();
}
