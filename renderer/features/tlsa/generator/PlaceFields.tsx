import {
  Combobox,
  Field,
  Input,
  Option,
  Select,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Section } from '../../../ui/Section.tsx';
import { errorText } from '../../../ui/errorText.ts';
import { fieldError, hostSuggestions, presetOf, readDraft } from './draft.ts';
import { protocols, servicePresets } from '../../../../shared/tlsa/service.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AppError } from '../../../../shared/errors.ts';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { Draft } from './draft.ts';
import type { Protocol } from '../../../../shared/tlsa/service.ts';
import type { ReactNode } from 'react';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
  service: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 96px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  // Inputs and lists are as wide as the column, never as wide as their longest entry.
  control: { minWidth: 0, width: '100%' },
});

interface Props {
  readonly draft: Draft;
  readonly certificate: Certificate;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Where the record goes: the service's port, the server's name, the zone that holds it. */
export function PlaceFields({ draft, certificate, onChange }: Props): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const reading = readDraft(draft);
  return (
    <Section title={t('generator.place')}>
      <div className={styles.grid}>
        <HostField draft={draft} certificate={certificate} onChange={onChange} />
        <ServiceField draft={draft} onChange={onChange} />
        <div className={styles.service}>
          <Field label={t('tlsa.field.port')} {...problem(t, fieldError(reading.port))}>
            <Input
              className={styles.control}
              inputMode="numeric"
              value={draft.port}
              onChange={(_, { value }) => onChange({ port: value })}
            />
          </Field>
          <Field label={t('tlsa.field.protocol')}>
            <Select
              className={styles.control}
              value={draft.protocol}
              onChange={(_, { value }) => onChange({ protocol: value as Protocol })}
            >
              {protocols.map((protocol) => (
                <option key={protocol} value={protocol} translate="no">
                  {protocol.toUpperCase()}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={t('generator.ttl')}
            hint={t('generator.ttl.hint')}
            {...problem(t, fieldError(reading.ttl))}
          >
            <Input
              className={styles.control}
              inputMode="numeric"
              value={draft.ttl}
              onChange={(_, { value }) => onChange({ ttl: value })}
            />
          </Field>
        </div>
        <ZoneField draft={draft} onChange={onChange} />
      </div>
    </Section>
  );
}

function ServiceField({ draft, onChange }: Omit<Props, 'certificate'>): ReactNode {
  const t = useWords();
  return (
    <Field label={t('generator.service')}>
      <Select
        value={presetOf(draft)}
        onChange={(_, { value }) => {
          const preset = servicePresets.find(({ id }) => id === value);
          if (preset !== undefined) {
            onChange({ port: String(preset.port), protocol: preset.protocol });
          }
        }}
      >
        {servicePresets.map(({ id }) => (
          <option key={id} value={id}>
            {t(`tlsa.service.${id}`)}
          </option>
        ))}
        <option value="own">{t('tlsa.service.own')}</option>
      </Select>
    </Field>
  );
}

function HostField({ draft, certificate, onChange }: Props): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { host } = readDraft(draft);
  const international = host.ok && host.value.ascii !== host.value.unicode;
  return (
    <Field
      label={t('generator.host')}
      hint={
        international
          ? t('generator.host.inDns', { name: host.value.ascii })
          : t('generator.host.hint')
      }
      {...problem(t, fieldError(host))}
    >
      <Combobox
        className={styles.control}
        freeform
        spellCheck={false}
        autoCapitalize="none"
        value={draft.host}
        // None is ever selected: the options only fill in what one may as well type.
        selectedOptions={[]}
        onChange={(event) => onChange({ host: event.target.value, hostTyped: true })}
        onOptionSelect={(_, { optionText }) => {
          if (optionText !== undefined) onChange({ host: optionText, hostTyped: true });
        }}
      >
        {hostSuggestions(certificate).map(({ ascii, unicode }) => (
          <Option key={ascii} value={ascii} text={unicode}>
            <span translate="no">{unicode}</span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

function ZoneField({ draft, onChange }: Omit<Props, 'certificate'>): ReactNode {
  const t = useWords();
  const { zone } = readDraft(draft);
  const guess = draft.zone === null && zone?.ok ? zone.value.unicode : '';
  return (
    <Field
      label={t('generator.zone')}
      hint={draft.zone === null ? t('tlsa.zone.guess') : t('generator.zone.hint')}
      {...problem(t, fieldError(zone))}
    >
      <Input
        spellCheck={false}
        autoCapitalize="none"
        value={draft.zone ?? guess}
        onChange={(_, { value }) => onChange({ zone: value })}
        // Emptied, it is a guess again; but not while one is about to type.
        onBlur={() => {
          if (draft.zone === '') onChange({ zone: null });
        }}
      />
    </Field>
  );
}

function problem(t: Words, error: AppError | null) {
  if (error === null) return { validationState: 'none' as const };
  const { message, action } = errorText(t, error);
  return { validationState: 'error' as const, validationMessage: `${message} ${action}` };
}
