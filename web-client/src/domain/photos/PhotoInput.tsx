import { Icon } from '../../ui/Icon';
import { limits } from '../draft';

interface PhotoInputProps {
  label: string;
  /** How many are chosen already. */
  count: number;
  onAdd: (files: File[]) => void;
}

/** The phone's camera or its pictures; gone when there are as many as a report takes. */
export function PhotoInput({ label, count, onAdd }: PhotoInputProps) {
  if (count >= limits.photos) return null;
  return (
    <label className="button quiet wide photo-add">
      <Icon name="camera" />
      {label}
      <input
        id="photos"
        className="visually-hidden"
        type="file"
        accept="image/*"
        multiple
        onChange={(event) => {
          const input = event.currentTarget;
          onAdd([...(input.files ?? [])]);
          input.value = ''; // the same file may be chosen again
        }}
      />
    </label>
  );
}
