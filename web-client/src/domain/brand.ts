/** What the city may rename without touching a screen. No official's name or picture belongs in code. */
export const brand = {
  name: 'Lapor Mbak Wali 112',
  city: 'Kota Kediri',
  /** The national emergency number, free of charge, answered day and night. */
  emergencyNumber: '112',
} as const;
