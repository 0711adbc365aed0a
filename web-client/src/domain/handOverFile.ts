import { ApiProblem } from '../api/ApiProblem';
import { saveFile } from './saveFile';

export type HandOverFile = 'document' | 'request.json' | 'request.xml';

/** Fetches one form of a hand-over and saves it: no plain link, since what opens it goes in a header. */
export async function downloadHandOver(id: string, file: HandOverFile, name: string, token?: string): Promise<void> {
  const answer = await fetch(`/api/v1/hand-overs/${id}/${file}`, {
    headers: token ? { 'Hand-Over-Token': token } : {},
  }).catch(() => {
    throw ApiProblem.unreachable();
  });
  if (!answer.ok) throw ApiProblem.from(answer.status, await answer.json().catch(() => undefined));
  saveFile(await answer.blob(), `${name}.${file === 'document' ? 'html' : file.slice(file.indexOf('.') + 1)}`);
}
