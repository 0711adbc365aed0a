import type { WorkDetail } from '../../api/types';
import { number } from '../../i18n/format';
import { language } from '../../i18n/t';

export const kinds: WorkDetail['kind'][] = [
  'road',
  'drainage',
  'lighting',
  'sanitation',
  'cleanWater',
  'publicBuilding',
  'openSpace',
  'empowerment',
  'equipment',
  'other',
];

export interface BudgetLine {
  key: string;
  name: string;
  planned: string;
}

/** A work while it is typed. */
export interface WorkDraft {
  kelurahanCode: string;
  year: string;
  title: string;
  kind: WorkDetail['kind'];
  description: string;
  volume: string;
  unit: string;
  startsOn: string;
  endsOn: string;
  address: string;
  /** One point per line, latitude and longitude. */
  path: string;
  beneficiaries: string;
  budget: BudgetLine[];
  reason: string;
}

export function draftOf(work: WorkDetail | undefined): WorkDraft {
  return {
    kelurahanCode: work?.kelurahan.code ?? '',
    year: String(work?.year ?? new Date().getFullYear()),
    title: work?.title ?? '',
    kind: work?.kind ?? 'road',
    description: work?.description ?? '',
    volume: work ? number(work.plan.volume) : '',
    unit: work?.plan.unit ?? '',
    startsOn: work?.plan.startsOn ?? '',
    endsOn: work?.plan.endsOn ?? '',
    address: work?.plan.address ?? '',
    path: work?.plan.path.map((it) => `${it.lat}, ${it.lng}`).join('\n') ?? '',
    beneficiaries: work ? number(work.plan.beneficiaries) : '',
    budget: work?.budget.map((it) => ({ key: it.name, name: it.name, planned: number(it.planned) })) ?? [emptyLine()],
    reason: '',
  };
}

export function emptyLine(): BudgetLine {
  return { key: crypto.randomUUID(), name: '', planned: '' };
}

/** As the API takes it; a line without a name and a figure was never meant. */
export function bodyOf(draft: WorkDraft) {
  return {
    title: draft.title,
    kind: draft.kind,
    description: draft.description.trim() || null,
    volume: figureOf(draft.volume),
    unit: draft.unit,
    // what is left empty is told by the server as a day that cannot be
    startsOn: draft.startsOn || '0001-01-01',
    endsOn: draft.endsOn || '0001-01-01',
    address: draft.address,
    path: pointsOf(draft.path),
    beneficiaries: Math.trunc(figureOf(draft.beneficiaries)),
    budget: draft.budget
      .filter((it) => it.name.trim() !== '' || it.planned.trim() !== '')
      .map((it) => ({ name: it.name, planned: Math.trunc(figureOf(it.planned)) })),
  };
}

/** A figure as it is written in this language, "1.250,5"; for what is none, one that the server refuses. */
export function figureOf(text: string): number {
  const thousands = language === 'en' ? /,(?=\d{3}(?!\d))/g : /\.(?=\d{3}(?!\d))/g;
  const value = Number(text.trim().replace(thousands, '').replace(',', '.'));
  return Number.isNaN(value) ? -1 : value;
}

/** What is no point becomes one that the server refuses. */
function pointsOf(text: string) {
  return text
    .split('\n')
    .map((line) =>
      line
        .split(/[,;\s]+/)
        .filter(Boolean)
        .map(Number),
    )
    .filter((parts) => parts.length > 0)
    .map(([lat = Number.NaN, lng = Number.NaN, ...rest]) =>
      rest.length === 0 && Number.isFinite(lat + lng) ? { lat, lng } : { lat: 999, lng: 999 },
    );
}
