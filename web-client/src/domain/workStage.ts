import type { WorkStage } from '../api/types';
import type { IconName } from '../ui/Icon';

/** How a stage looks; its words tell the same without colour. */
export const workStageLooks: Record<WorkStage, { tone: string; icon: IconName }> = {
  proposed: { tone: 'plain', icon: 'pen' },
  planned: { tone: '', icon: 'calendar' },
  contracted: { tone: '', icon: 'file' },
  started: { tone: 'warn', icon: 'tool' },
  halfway: { tone: 'warn', icon: 'tool' },
  completed: { tone: 'ok', icon: 'tool' },
  handedOver: { tone: 'ok', icon: 'check' },
  accounted: { tone: 'ok', icon: 'check' },
  evaluated: { tone: 'ok', icon: 'star' },
  cancelled: { tone: 'err', icon: 'close' },
};

/** In the order in which a work comes through them; what is cancelled has left it. */
export const workStages: WorkStage[] = [
  'proposed',
  'planned',
  'contracted',
  'started',
  'halfway',
  'completed',
  'handedOver',
  'accounted',
  'evaluated',
];
