import type { WorkStage } from '../api/types';
import { t } from '../i18n/t';
import { Icon } from '../ui/Icon';
import { workStageLooks } from './workStage';

export function WorkStageMark({ stage }: { stage: WorkStage }) {
  const look = workStageLooks[stage];
  return (
    <span className={`badge ${look.tone}`}>
      <Icon name={look.icon} />
      {t(`workStage.${stage}`)}
    </span>
  );
}
