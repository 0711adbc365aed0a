import { type SubmitEvent, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { HandOverReply } from '../../api/types';
import { dateTime } from '../../i18n/format';
import { t } from '../../i18n/t';
import { Choices } from '../../ui/Choices';
import { ErrorSummary, type FieldError } from '../../ui/ErrorSummary';
import { fieldErrors } from '../../ui/fieldErrors';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';

interface AnswerFormProps {
  id: string;
  token: string;
  answerBy: string;
  onAnswered: () => void;
}

/** Yes, under one's own number and until one's own day; or no, and why. It can be given once. */
export function AnswerForm({ id, token, answerBy, onAnswered }: AnswerFormProps) {
  const [reply, setReply] = useState<HandOverReply>();
  const [values, setValues] = useState({ number: '', expectedOn: '', by: '', contact: '', reason: '' });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [isBusy, setBusy] = useState(false);
  const problems = Object.fromEntries(errors.map((it) => [it.field, it.text]));
  const isYes = reply === 'acknowledged';

  const field = (name: keyof typeof values) => ({
    id: `answer-${name}`,
    problem: problems[`answer-${name}`],
    value: values[name],
    onChange: (text: string) => setValues({ ...values, [name]: text }),
  });

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const missing = needed(reply).filter((name) => !(name === 'reply' ? reply : values[name]?.trim()));
    setErrors(missing.map((name) => ({ field: `answer-${name}`, text: t(`handOver.missing.${name}`) })));
    if (!reply || missing.length > 0) return;
    setBusy(true);
    try {
      await unwrap(
        api.PUT('/api/v1/hand-overs/{id}/answer', {
          params: { path: { id } },
          headers: { 'Hand-Over-Token': token },
          body: {
            reply,
            by: values.by,
            contact: values.contact || null,
            ...(isYes ? { number: values.number, expectedOn: values.expectedOn } : { reason: values.reason }),
          },
        }),
      );
      onAnswered();
    } catch (cause) {
      setErrors(fieldErrors(cause, 'reply').map((it) => ({ ...it, field: `answer-${it.field}` })));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card stack" noValidate onSubmit={submit}>
      <h2>{t('handOver.answer')}</h2>
      <p className="muted">{t('handOver.answerBy', { at: dateTime(answerBy) })}</p>
      <ErrorSummary title={t('move.failed')} errors={errors} />
      <Choices<HandOverReply>
        id="answer-reply"
        legend={t('handOver.reply')}
        choices={[
          { value: 'acknowledged', label: t('handOver.yes'), detail: t('handOver.yesDetail') },
          { value: 'declined', label: t('handOver.no'), detail: t('handOver.noDetail') },
        ]}
        value={reply}
        problem={problems['answer-reply']}
        onChange={setReply}
      />
      {reply && (
        <>
          {isYes && (
            <>
              <TextField
                {...field('number')}
                label={t('handOver.number')}
                hint={t('handOver.numberHint')}
                maxLength={100}
              />
              <TextField
                {...field('expectedOn')}
                type="date"
                label={t('handOver.expectedOn')}
                hint={t('handOver.shown')}
              />
            </>
          )}
          {!isYes && (
            <TextArea
              {...field('reason')}
              label={t('handOver.why')}
              hint={t('handOver.shown')}
              rows={4}
              maxLength={2000}
            />
          )}
          <TextField {...field('by')} label={t('handOver.by')} hint={t('handOver.byHint')} maxLength={120} />
          <TextField
            {...field('contact')}
            label={t('handOver.contact')}
            hint={t('handOver.contactHint')}
            maxLength={200}
          />
        </>
      )}
      <button type="submit" className="button wide" aria-disabled={isBusy}>
        {t(isBusy ? 'handOver.sending' : 'handOver.send')}
      </button>
    </form>
  );
}

type Needed = 'reply' | 'number' | 'expectedOn' | 'by' | 'reason';

function needed(reply: HandOverReply | undefined): Needed[] {
  if (!reply) return ['reply'];
  return reply === 'acknowledged' ? ['number', 'expectedOn', 'by'] : ['reason', 'by'];
}
