import type { CarPurpose, FreeSlot, NewCarRequest, Ref } from '../../api/types';

/** A request for a car while it is written. */
export interface CarDraft {
  purpose: CarPurpose | '';
  need: string;
  notUrgent: boolean;
  ward: Ref | undefined;
  /** Such as 2026-12-01, and 08:00: in Kediri. */
  date: string;
  from: string;
  until: string;
  pickUp: string;
  destination: string;
  passengers: string;
  name: string;
  phone: string;
  email: string;
}

export const emptyDraft: CarDraft = {
  purpose: '',
  need: '',
  notUrgent: false,
  ward: undefined,
  date: '',
  from: '',
  until: '',
  pickUp: '',
  destination: '',
  passengers: '1',
  name: '',
  phone: '',
  email: '',
};

export const carPurposes: CarPurpose[] = ['health', 'social', 'youth', 'linmas', 'funeral', 'errand', 'urgentMedical'];

/** What asks for a part of it. */
export interface CarFieldsProps {
  draft: CarDraft;
  update: (change: Partial<CarDraft>) => void;
  problems: Record<string, string | undefined>;
}

/** An hour of Kediri as an instant. */
export function instant(date: string, time: string): string {
  return `${date}T${time}:00+07:00`;
}

/** Day and time of day in Kediri. */
export function inKediri(iso: string): { date: string; time: string } {
  const local = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** The time of a free slot, taken over. */
export function timeOf({ from, until }: FreeSlot): Partial<CarDraft> {
  return { date: inKediri(from).date, from: inKediri(from).time, until: inKediri(until).time };
}

export function toRequest(draft: CarDraft): NewCarRequest {
  return {
    kelurahanCode: draft.ward?.code ?? '',
    purpose: draft.purpose as CarPurpose,
    need: draft.need.trim() || null,
    from: instant(draft.date, draft.from),
    until: instant(draft.date, draft.until),
    pickUp: draft.pickUp.trim(),
    destination: draft.destination.trim(),
    passengers: Number(draft.passengers),
    contact: { name: draft.name.trim() || null, phone: draft.phone.trim(), email: draft.email.trim() || null },
    notUrgent: draft.notUrgent,
  };
}
