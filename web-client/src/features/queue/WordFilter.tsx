import { useEffect, useRef, useState } from 'react';
import { useMay } from '../../api/account';
import { t } from '../../i18n/t';

const pause = 350; // ms without typing before the queue follows

/** The queue follows once one has stopped typing for a moment; what is typed meanwhile is never taken back. */
export function WordFilter({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const tell = useRef(onChange);
  const mayFindPhones = useMay('lookUpPhones');
  const label = t(mayFindPhones ? 'queue.searchPhone' : 'queue.search');
  tell.current = onChange;

  // cleared or changed from elsewhere; what was sent comes back too, and more may have been typed since
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => {
      sent.current = text;
      tell.current(text);
    }, pause);
    return () => clearTimeout(timer);
  }, [text, value]);

  return (
    <>
      <label>
        <span className="visually-hidden">{label}</span>
        <input
          id="queue-search"
          className="input"
          type="search"
          placeholder={label}
          aria-describedby={mayFindPhones ? 'queue-search-hint' : undefined}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {mayFindPhones && (
        <p id="queue-search-hint" className="small muted queue-hint">
          {t('queue.searchPhoneHint')}
        </p>
      )}
    </>
  );
}
