import { useCallback, useRef, useState } from 'react';
import { shrinkPhoto } from '../../api/shrinkPhoto';
import { uploadFile } from '../../api/uploadFile';
import { type DraftPhoto, limits } from '../draft';

export type UploadState = { share: number } | { problem: unknown };

export interface Photos {
  taken: DraftPhoto[];
  /** What is happening to each photo that has no attachment id yet, by photo key. */
  uploads: Record<string, UploadState>;
  /** Names of the files that are no pictures this phone can read. */
  unreadable: string[];
  add: (files: File[]) => Promise<void>;
  remove: (key: string) => void;
  retry: (photo: DraftPhoto) => void;
  /** Waits until each of these is on the server; answers their attachment ids in order. */
  finish: (photos: DraftPhoto[]) => Promise<string[]>;
}

type ChangePhotos = (change: (before: DraftPhoto[]) => DraftPhoto[]) => void;

/**
 * Uploads begin when a photo is chosen and go on while the reporter answers the next questions. The photos are kept by who asks: in a
 * draft that outlives the page, or beside an answer; `change` must stay the same function.
 */
export function usePhotos(taken: DraftPhoto[], change: ChangePhotos): Photos {
  const [uploads, setUploads] = useState<Record<string, UploadState>>({});
  const [unreadable, setUnreadable] = useState<string[]>([]);
  const running = useRef(new Map<string, Promise<string>>());

  const upload = useCallback(
    (photo: DraftPhoto): Promise<string> => {
      if (photo.attachmentId) return Promise.resolve(photo.attachmentId);
      const already = running.current.get(photo.key);
      if (already) return already;
      const note = (state: UploadState) => setUploads((before) => ({ ...before, [photo.key]: state }));
      note({ share: 0 });
      const job = uploadFile(photo.picture, (share) => note({ share }))
        .then((attachmentId) => {
          change((before) => before.map((it) => (it.key === photo.key ? { ...it, attachmentId } : it)));
          return attachmentId;
        })
        .catch((problem) => {
          note({ problem });
          throw problem;
        })
        .finally(() => running.current.delete(photo.key));
      running.current.set(photo.key, job);
      return job;
    },
    [change],
  );

  // the failure already stands beside the photo
  const retry = useCallback((photo: DraftPhoto) => void upload(photo).catch(() => undefined), [upload]);

  const add = async (files: File[]) => {
    setUnreadable([]);
    for (const file of files.slice(0, limits.photos - taken.length)) {
      try {
        const photo: DraftPhoto = { key: crypto.randomUUID(), picture: await shrinkPhoto(file) };
        change((before) => [...before, photo].slice(0, limits.photos));
        retry(photo);
      } catch {
        setUnreadable((before) => [...before, file.name]);
      }
    }
  };

  return {
    taken,
    uploads,
    unreadable,
    add,
    retry,
    remove: (key) => change((before) => before.filter((it) => it.key !== key)),
    finish: (photos) => Promise.all(photos.map(upload)),
  };
}
