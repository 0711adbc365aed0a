export function photoAddress(workId: string, photoId: string, size: 'thumb' | 'full'): string {
  return `/api/v1/public/works/${encodeURIComponent(workId)}/photos/${encodeURIComponent(photoId)}?size=${size}`;
}
