import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
  Radio,
  RadioGroup,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { tenantKey } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useNow } from '../../../ui/now.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

/** The beginning of that day here, as the contract has times; `null`: it is no day. */
function startOf(day: string): string | null {
  const date = new Date(`${day}T00:00`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Why, who, until when: nothing is waived without them. */
export function WaiveForm({
  result,
  tenant,
  onDone,
}: {
  readonly result: RuleResult;
  readonly tenant: string;
  readonly onDone: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const now = useNow();
  const [every, setEvery] = useState(result.subject === null);
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState('');
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const until = startOf(day);
  const past = until !== null && Date.parse(until) <= now.getTime();
  const whole = reason.trim() !== '' && owner.trim() !== '' && until !== null && !past;
  const waive = useMutation({
    mutationFn: (end: string) =>
      ask('readiness.waive', {
        tenant,
        waiver: {
          rule: result.rule,
          subject: every ? null : result.subject,
          reason,
          owner,
          until: end,
        },
      }),
    async onSuccess() {
      announce(t('waive.done'));
      onDone();
      await client.invalidateQueries({ queryKey: tenantKey });
    },
  });
  const missing = (empty: boolean) =>
    tried && empty ? { validationMessage: t('waive.missing') } : {};
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (whole && until !== null) waive.mutate(until);
      }}
    >
      <DialogBody>
        <DialogTitle>{t('waive.title')}</DialogTitle>
        <DialogContent className={styles.content}>
          <p className={styles.text}>{t('waive.text')}</p>
          {result.subject !== null && (
            <Field label={t('waive.subject')}>
              <RadioGroup
                value={every ? 'every' : 'one'}
                onChange={(_, { value }) => setEvery(value === 'every')}
              >
                <Radio value="one" label={<bdi translate="no">{result.subject}</bdi>} />
                <Radio value="every" label={t('waive.subject.all')} />
              </RadioGroup>
            </Field>
          )}
          <Field label={t('waive.reason')} required {...missing(reason.trim() === '')}>
            <Textarea
              value={reason}
              maxLength={1000}
              onChange={(_, { value }) => setReason(value)}
            />
          </Field>
          <Field label={t('waive.owner')} required {...missing(owner.trim() === '')}>
            <Input value={owner} maxLength={200} onChange={(_, { value }) => setOwner(value)} />
          </Field>
          <Field
            label={t('waive.until')}
            hint={t('waive.until.hint')}
            required
            {...(tried && past
              ? { validationMessage: t('waive.until.past') }
              : missing(until === null))}
          >
            <Input type="date" value={day} onChange={(_, { value }) => setDay(value)} />
          </Field>
          {waive.error instanceof CallFailed && <ErrorMessage error={waive.error.error} />}
        </DialogContent>
        <DialogActions>
          <DialogTrigger disableButtonEnhancement>
            <Button>{t('app.cancel')}</Button>
          </DialogTrigger>
          <Button type="submit" appearance="primary" disabled={waive.isPending}>
            {t('waive.yes')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
