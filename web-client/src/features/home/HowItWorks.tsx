import { type MessageKey, t } from '../../i18n/t';

const parts: { title: MessageKey; text: MessageKey }[] = [
  { title: 'home.how1', text: 'home.how1Text' },
  { title: 'home.how2', text: 'home.how2Text' },
  { title: 'home.how3', text: 'home.how3Text' },
];

export function HowItWorks() {
  return (
    <section aria-labelledby="cara">
      <h2 id="cara">{t('home.how')}</h2>
      <ol className="river">
        {parts.map((part) => (
          <li key={part.title}>
            <h3>{t(part.title)}</h3>
            <p className="muted">{t(part.text)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
