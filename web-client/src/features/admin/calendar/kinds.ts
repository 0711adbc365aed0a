export const kinds = { national: 'calendar.national', jointLeave: 'calendar.jointLeave' } as const;
