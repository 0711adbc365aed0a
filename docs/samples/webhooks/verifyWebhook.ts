// Tells whether a delivery is KediriLapor's: Standard Webhooks (https://www.standardwebhooks.com), version 1.
// Copy this file; it needs nothing but Node.js 18 or later. Give it the body as it came over the wire, before anything parses it.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds. Older or younger than this, a delivery may be one that somebody recorded and sends again. */
const tolerance = 5 * 60;

export interface Delivery {
  /** The header `webhook-id`: the same at every attempt, so whoever keeps it handles an event once. */
  id: string | undefined;
  /** The header `webhook-timestamp`. */
  timestamp: string | undefined;
  /** The header `webhook-signature`: several while a new secret takes the place of an old one. */
  signatures: string | undefined;
  /** The raw body. */
  body: Uint8Array | string;
}

/**
 * @param secret As it was told: `whsec_…`.
 * @param now Seconds since 1970.
 */
export function isGenuine(secret: string, delivery: Delivery, now = Math.floor(Date.now() / 1000)): boolean {
  const { id, timestamp, signatures, body } = delivery;
  if (!id || !timestamp || !signatures || !/^\d+$/.test(timestamp) || Math.abs(now - Number(timestamp)) > tolerance) {
    return false;
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`);
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature);
    // in constant time: how long a comparison takes must not tell how much of a forged signature is right
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
