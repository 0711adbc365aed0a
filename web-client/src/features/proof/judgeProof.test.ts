import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ReportProof } from '../../api/types';
import { hex } from './canonicalForm';
import { noteHolds, originHash, type ProvenRow, rowHash } from './historyRow';
import { judgeProof } from './judgeProof';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const fromHex = (text: string) => Buffer.from(text, 'hex');
const sha256 = (...pieces: Uint8Array[]) => createHash('sha256').update(Buffer.concat(pieces)).digest();

const salt = base64(Uint8Array.from({ length: 16 }, (_, i) => i));
const nothing = '7d560caf6c3a2599308c2df79a6240212c1dddb5c291167dad60e38b06df3025';
const origin = 'c7c51630e15cca6f172523a958624f03115ec8bc2ad72aa849cf2e2e637b2863';

/** The example of CanonicalRowTests.cs, whose hashes were computed outside both programs. */
const example: ProvenRow = {
  row: {
    previousHash: base64(fromHex(origin)),
    reportId: '019ab3c4-1d2e-7f30-8a41-5b6c7d8e9f00',
    sequence: 3,
    type: 'statusChanged',
    at: '2026-11-24T09:00:00.123456+07:00',
    actor: 'staff',
    status: 'inProgress',
    agencyCode: 'DPUPR',
    serviceCode: 'JLN-RUSAK',
    noteDigest: base64(fromHex('5b3a179f7ed9cd5ea92e1e47f1ebd0ef0281d9aba041337eed1342b83f4348f7')),
    internalNoteDigest: base64(fromHex(nothing)),
    staffDigest: base64(new Uint8Array(32).fill(7)),
  },
  hash: base64(fromHex('dac4730d5731cb5f9293908e6c88809f68098dbd89a12be986a0e52e46771f54')),
  note: 'Sudah kami tambal.',
  noteSalt: salt,
  inclusion: null,
};

/** Three rows, the first two below a signed root of three leaves, the third still without one. */
async function prove(): Promise<ReportProof> {
  const proof: ReportProof = {
    reportId: example.row.reportId,
    trackingCode: '7F3K-9QX2-M4D',
    rows: [],
    roots: [],
    keys: [],
  };
  let previous = origin;
  for (const sequence of [1, 2, 3]) {
    const row = { ...example.row, sequence, previousHash: base64(fromHex(previous)) };
    previous = hex(await rowHash({ ...example, row }));
    proof.rows.push({ ...example, row, hash: base64(fromHex(previous)) });
  }

  const [first, second, other] = [
    ...proof.rows.slice(0, 2).map((it) => Buffer.from(it.hash, 'base64')),
    Buffer.alloc(32, 9),
  ];
  const leaf = (entry: Uint8Array = Buffer.alloc(0)) => sha256(Buffer.of(0), entry);
  const pair = sha256(Buffer.of(1), leaf(first), leaf(second));
  const root = sha256(Buffer.of(1), pair, leaf(other));
  const path = [leaf(second), leaf(first)].map((beside) => [base64(beside), base64(leaf(other))]);
  proof.rows.slice(0, 2).forEach((it, index) => {
    it.inclusion = { date: '2026-11-24', index, path: path[index] ?? [] };
  });

  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyId = hex(sha256(publicKey.export({ type: 'spki', format: 'der' })).subarray(0, 8));
  const text = `kedirilapor root 1\ndate 2026-11-24\nrows 3\nroot ${hex(root)}\nprevious ${'0'.repeat(64)}\n`;
  proof.roots.push({
    date: '2026-11-24',
    count: 3,
    root: base64(root),
    previous: base64(new Uint8Array(32)),
    keyId,
    signature: base64(sign('sha256', Buffer.from(text), privateKey)),
  });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  proof.keys.push({ id: keyId, algorithm: 'ES256', pem, since: '2026-11-01T00:00:00Z' });
  return proof;
}

test('The canonical form is the one that the decision describes', async () => {
  expect(hex(await originHash(await prove()))).toBe(origin);
  expect(base64(await rowHash(example))).toBe(example.hash);
  expect(await noteHolds(example)).toBe(true);
  expect(await noteHolds({ ...example, note: null, noteSalt: null })).toBe(true);
});

test('A true proof holds, and tells how far the signatures reach', async () => {
  // a signature is random: numbers with and without a leading zero must both be read
  for (let tries = 0; tries < 20; tries += 1)
    expect(await judgeProof(await prove())).toEqual({
      faults: [],
      signed: 2,
      unsigned: 1,
      forgotten: 0,
      signedUntil: '2026-11-24',
    });
});

const row = (proof: ReportProof, index: number) => proof.rows[index] as ProvenRow;

test.each<[string, (proof: ReportProof) => void, RegExp]>([
  ['a changed row', (it) => Object.assign(row(it, 1).row, { status: 'closed' }), /ke-2 bukan yang dahulu dicatat/],
  ['a changed note', (it) => Object.assign(row(it, 0), { note: 'Belum kami tambal.' }), /Jawaban pada catatan ke-1/],
  ['a note without its salt', (it) => Object.assign(row(it, 0), { noteSalt: null }), /Jawaban pada catatan ke-1/],
  ['a missing row', (it) => it.rows.splice(1, 1), /ke-2 tidak pada urutannya/],
  ['no row at all', (it) => it.rows.splice(0), /Tidak ada satu catatan pun/],
  ['another tracking code', (it) => Object.assign(it, { trackingCode: '7F3K-9QX2-M4E' }), /ke-1 tidak menyambung/],
  ['another day', (it) => Object.assign(it.roots[0] ?? {}, { count: 4 }), /Tanda tangan kota untuk 24 November 2026/],
  ['a key that is not there', (it) => it.keys.splice(0), /Tanda tangan kota/],
  ['another place in the tree', (it) => Object.assign(row(it, 1).inclusion ?? {}, { index: 0 }), /ke-2 tidak termasuk/],
  ['a root that is missing', (it) => it.roots.splice(0), /ke-1 tidak termasuk/],
])('A proof with %s does not hold', async (_, spoil, fault) => {
  const proof = await prove();
  spoil(proof);
  expect((await judgeProof(proof)).faults.join(' ')).toMatch(fault);
});
