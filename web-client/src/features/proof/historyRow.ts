import type { ReportProof } from '../../api/types';
import { fromBase64, hashOfForm, hex, idBytes, microseconds } from './canonicalForm';

export type ProvenRow = ReportProof['rows'][number];

/** What the first row of a report has before it. */
export function originHash(proof: ReportProof): Promise<Uint8Array> {
  return hashOfForm('kedirilapor report 1', idBytes(proof.reportId), proof.trackingCode.replaceAll('-', ''));
}

export function rowHash({ row }: ProvenRow): Promise<Uint8Array> {
  return hashOfForm(
    'kedirilapor row 1',
    fromBase64(row.previousHash),
    idBytes(row.reportId),
    BigInt(row.sequence),
    row.type,
    microseconds(row.at),
    row.actor,
    row.status,
    row.agencyCode,
    row.serviceCode,
    fromBase64(row.noteDigest),
    fromBase64(row.internalNoteDigest),
    fromBase64(row.staffDigest),
  );
}

/** Whether the note is the one that was written then, or was forgotten and is not there. */
export async function noteHolds({ row, note, noteSalt }: ProvenRow): Promise<boolean> {
  if (noteSalt === null) return note === null;
  return same(await hashOfForm('kedirilapor note 1', fromBase64(noteSalt), note), row.noteDigest);
}

/** Whether these bytes are what the proof tells in Base64. */
export function same(bytes: Uint8Array, told: string): boolean {
  return hex(bytes) === hex(fromBase64(told));
}
