import { useState } from 'react';
import type { Service } from '../../api/types';
import { t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { ServiceBrowser } from './ServiceBrowser';

interface ServicePickerProps {
  services: Service[];
  suggested: string[];
  chosen: Service | undefined;
  problem: string | undefined;
  onChoose: (code: string) => void;
}

/** Offers what the words suggest and never decides alone; all services are one tap away. */
export function ServicePicker({ services, suggested, chosen, problem, onChoose }: ServicePickerProps) {
  const [isBrowsing, setBrowsing] = useState(false);
  const offered = services.filter((it) => suggested.includes(it.code) || it.code === chosen?.code);
  offered.sort((a, b) => rank(suggested, a) - rank(suggested, b));

  const choose = (code: string) => {
    onChoose(code);
    setBrowsing(false);
  };

  return (
    <section className="service-picker">
      {offered.length > 0 ? (
        <Choices
          id="service"
          legend={t('words.service')}
          problem={problem}
          value={chosen?.code}
          onChange={choose}
          choices={offered.map((it) => ({ value: it.code, label: it.name, detail: it.group.name }))}
        />
      ) : (
        <>
          <p className="legend">{t('words.service')}</p>
          <p className="muted small">{t('words.serviceHint')}</p>
        </>
      )}
      <button
        type="button"
        className="text-button"
        id={offered.length > 0 ? undefined : 'service'}
        aria-expanded={isBrowsing}
        onClick={() => setBrowsing(!isBrowsing)}
      >
        {t('words.browse')}
      </button>
      {isBrowsing && <ServiceBrowser services={services} onChoose={choose} />}
    </section>
  );
}

function rank(suggested: string[], service: Service): number {
  const at = suggested.indexOf(service.code);
  return at < 0 ? suggested.length : at;
}
