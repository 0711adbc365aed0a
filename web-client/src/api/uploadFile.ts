import { ApiProblem } from './ApiProblem';

/**
 * Uploads one picture or PDF and answers its attachment id. `onProgress` hears the share sent, 0 to 1.
 * XMLHttpRequest because fetch tells nothing about the way up.
 */
export function uploadFile(
  file: Blob,
  onProgress: (share: number) => void,
  headers: Record<string, string> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    // its own name may tell of a person, and the server forgets it anyway
    form.append('file', file, 'berkas');
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/attachments');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(ApiProblem.unreachable());
    request.onload = () =>
      request.status === 201 ? resolve(request.response.id) : reject(ApiProblem.from(request.status, request.response));
    request.send(form);
  });
}
