import type { NewReport, Ref, WardLocation } from '../api/types';

export const limits = { descriptionMin: 5, descriptionMax: 5000, addressMax: 300, photos: 6 } as const;

export interface DraftPhoto {
  key: string;
  /** Already shrunk; kept so that a failed upload can be tried again after the page was closed. */
  picture: Blob;
  attachmentId?: string;
}

/**
 * `isAimed` is false while the pin stands where it began; `located` is absent while nobody has said yet in which
 * ward the point lies; `ward` is the reporter's own word.
 */
type DraftPlace =
  | { by: 'point'; lat: number; lng: number; isAimed: boolean; located?: WardLocation; ward?: Ref }
  | { by: 'words'; ward?: Ref };

export interface Draft {
  description: string;
  serviceCode?: string;
  place?: DraftPlace;
  address: string;
  answers: Record<string, string>;
  photos: DraftPhoto[];
  /** The report began with its photos, so the page for them is not shown again. */
  photosFirst?: boolean;
  anonymous: boolean;
  confidential: boolean;
  name: string;
  phone: string;
  email: string;
  /** Why the server did not take it: its code, and codes by field. Kept until each field was answered anew. */
  refusal?: Refusal | undefined;
}

export interface Refusal {
  code: string;
  fields: Record<string, string[]>;
}

export const emptyDraft: Draft = {
  description: '',
  address: '',
  answers: {},
  photos: [],
  anonymous: false,
  confidential: false,
  name: '',
  phone: '',
  email: '',
};

/** Whether there is anything in it that would be missed. */
export function isBlank({ description, photos, serviceCode, place }: Draft): boolean {
  return !description.trim() && photos.length === 0 && !serviceCode && !place;
}

/** The wards to choose from when the point lies so near a border that the map alone must not decide. */
export function wardChoices(place: Draft['place']): Ref[] {
  if (place?.by !== 'point' || !place.located?.kelurahan || place.located.alternatives.length === 0) return [];
  return [place.located.kelurahan, ...place.located.alternatives];
}

/** The body of `POST /reports`; `attachmentIds` are those of the uploaded photos. */
export function toReport(draft: Draft, attachmentIds: string[]): NewReport {
  const { place } = draft;
  const reporter = {
    ...(draft.name.trim() && !draft.anonymous && { name: draft.name.trim() }),
    ...(draft.phone.trim() && { phone: draft.phone.trim() }),
    ...(draft.email.trim() && { email: draft.email.trim() }),
  };
  return {
    serviceCode: draft.serviceCode ?? '',
    description: draft.description.trim(),
    location: place?.by === 'point' ? { lat: place.lat, lng: place.lng } : null,
    ...(place?.ward && { kelurahanCode: place.ward.code }),
    ...(draft.address.trim() && { address: draft.address.trim() }),
    answers: draft.answers,
    attachmentIds,
    anonymous: draft.anonymous,
    // left out unless asked for: the service decides whether its reports are confidential anyway
    ...(draft.confidential && { confidential: true }),
    ...(Object.keys(reporter).length > 0 && { reporter }),
  };
}
