export interface KeptReport {
  code: string;
  secret: string;
  service: string;
}

const storageKey = 'laporan-saya';

/** The reports that this phone knows, newest first; none where storage is forbidden. */
export function keptReports(): KeptReport[] {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '[]');
  } catch {
    return [];
  }
}

export function keepReport(report: KeptReport): void {
  store([report, ...keptReports().filter((it) => it.code !== report.code)]);
}

export function forgetReport(code: string): void {
  store(keptReports().filter((it) => it.code !== code));
}

function store(reports: KeptReport[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(reports));
  } catch {
    // the secret link of the receipt still opens the report
  }
}
